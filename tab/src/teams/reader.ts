import { createContext, useContext } from "react";

/** Who reads, and how they read dates. */
export interface Reader {
  locale: string;
  /** IANA name. */
  timeZone: string;
  objectId: string;
  /** The team whose channel they read in; null in the personal app. */
  teamId: string | null;
  /** Where their list of events is: in a channel the one for which its tab was set up. */
  home: string;
  /** Teams asks them what a channel's tab is to show: a page without ways to others. */
  isSettingUpTab: boolean;
}

export const ReaderContext = createContext<Reader>({
  locale: "en",
  timeZone: "UTC",
  objectId: "",
  teamId: null,
  home: "/",
  isSettingUpTab: false,
});

export function useReader(): Reader {
  return useContext(ReaderContext);
}
