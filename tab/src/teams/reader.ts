import { createContext, useContext } from "react";

/** Who reads, and how they read dates. */
export interface Reader {
  locale: string;
  /** IANA name. */
  timeZone: string;
  objectId: string;
  /** The team whose channel they read in; null in the personal app. */
  teamId: string | null;
  /** Teams asks them what a channel's tab is to show: a page without ways to others. */
  isSettingUpTab: boolean;
}

export const ReaderContext = createContext<Reader>({
  locale: "en",
  timeZone: "UTC",
  objectId: "",
  teamId: null,
  isSettingUpTab: false,
});

export function useReader(): Reader {
  return useContext(ReaderContext);
}
