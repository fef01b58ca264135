import { createContext, useContext } from "react";

/** Who reads, and how they read dates. */
export interface Reader {
  locale: string;
  /** IANA name. */
  timeZone: string;
  objectId: string;
}

export const ReaderContext = createContext<Reader>({
  locale: "en",
  timeZone: "UTC",
  objectId: "",
});

export function useReader(): Reader {
  return useContext(ReaderContext);
}
