import { mostLiveAttendees, type Attendee } from "../../contract/events.ts";
import type { AttendeeRow } from "../db/schema.ts";

/**
 * Those whom a lead sees as they are: all, or the first where there are thousands, because they are sent again with
 * every answer. About whom a lead has to decide comes first then. Pure.
 * @param attendees by name
 */
export function liveAttendees(attendees: readonly AttendeeRow[]): Attendee[] {
  if (attendees.length <= mostLiveAttendees) return attendees.map(asAttendee);
  const isToDecide = (row: AttendeeRow) => row.outlook_state === "removed";
  return [
    ...attendees.filter(isToDecide),
    ...attendees.filter((row) => !isToDecide(row)),
  ]
    .slice(0, mostLiveAttendees)
    .map(asAttendee);
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
