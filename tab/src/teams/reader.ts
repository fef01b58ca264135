import { createContext, useContext } from "react";

/** Who reads, and how they read dates. */
export interface Reader {
  locale: string;
  /** IANA name. */
  timeZone: string;
  objectId: string;
  /** The team whose channel they read in; null in the personal app. */
  teamId: string | null;
}

export const ReaderContext = createContext<Reader>({
  locale: "en",
  timeZone: "UTC",
  objectId: "",
  teamId: null,
});

export function useReader(): Reader {
  return useContext(ReaderContext);
}
