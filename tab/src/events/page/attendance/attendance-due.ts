import type { EventDetail } from "../../../../../bot/contract/events.ts";

/** Leads tick people off from so long before the event on, in milliseconds. */
const doorsMs = 60 * 60_000;

/**
 * Whether the page tells of attendance: of an event that was not cancelled, from its end on, and to leads who see names
 * from an hour before it.
 */
export function isAttendanceDue(
  event: Pick<EventDetail, "startsAt" | "endsAt" | "status" | "held"> & {
    permissions: Pick<EventDetail["permissions"], "seeAttendees">;
  },
  now: Date,
): boolean {
  const isOff = event.status === "cancelled" || event.status === "cancelling";
  if (isOff || event.held?.kind === "new") return false;
  const from = event.permissions.seeAttendees
    ? Date.parse(event.startsAt) - doorsMs
    : Date.parse(event.endsAt);
  return from <= now.getTime();
}
