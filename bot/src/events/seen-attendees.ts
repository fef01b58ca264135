import { createHash } from "node:crypto";
import { mostLiveAttendees, type Attendee } from "../../contract/attendee.ts";
import type { AttendeeRow } from "../db/tables/attendees.ts";

/**
 * Those whom a lead sees as they are, where they are few: they are sent again with every answer. Pure.
 * @param attendees by name
 */
export function liveAttendees(attendees: readonly AttendeeRow[]): Attendee[] {
  return areLive(attendees) ? attendees.map(asAttendee) : [];
}

/** What a page of many attendees depends on, in a few letters; empty where {@link liveAttendees} has them all. Pure. */
export function attendeesMark(attendees: readonly AttendeeRow[]): string {
  if (areLive(attendees)) return "";
  const hash = createHash("sha1");
  for (const row of attendees) hash.update(JSON.stringify(asAttendee(row)));
  return hash.digest("base64url").slice(0, 12);
}

function areLive(attendees: readonly AttendeeRow[]): boolean {
  return attendees.length <= mostLiveAttendees;
}

export function asAttendee(row: AttendeeRow): Attendee {
  return {
    address: row.address,
    displayName: row.display_name,
    answer: row.answer,
    answeredAt: row.answered_at?.toISOString() ?? null,
    answeredIn: row.answered_in,
    invited: row.invited_at !== null,
    outlook:
      row.outlook_state === "removed"
        ? "removed"
        : row.source === "outlook"
          ? "added"
          : null,
    listSize: row.list_size,
  };
}
