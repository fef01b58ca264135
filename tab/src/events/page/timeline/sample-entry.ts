import type { TimelineEntry } from "../../../../../bot/contract/timeline.ts";

/** An answer for tests. */
export function sampleEntry(more: Partial<TimelineEntry> = {}): TimelineEntry {
  return {
    id: "1",
    address: "adelev@contoso.com",
    displayName: "Adele Vance",
    answer: "accepted",
    replaced: null,
    answeredAt: "2026-11-25T17:03:00.000Z",
    answeredIn: "outlook",
    isVoid: false,
    isTakenBack: false,
    ...more,
  };
}
