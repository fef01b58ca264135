/** An event's visible parts as Outlook tells them; instants in UTC, null where they cannot be read. */
export interface OutlookShown {
  title: string;
  startsAt: string | null;
  endsAt: string | null;
  /** Absent in what earlier versions stored: then it is as the event is. */
  isAllDay?: boolean;
  location: string;
}

export type OutlookField = "title" | "time" | "location";

/** What somebody did to the event on the service account's calendar. */
export type OutlookChange =
  | {
      kind: "edited";
      fields: OutlookField[];
      shows: OutlookShown;
      /** Outlook's time at which the other time was first seen; null unless `fields` has `time`. */
      movedAt: string | null;
      seenAt: string;
    }
  | { kind: "deleted"; seenAt: string };
