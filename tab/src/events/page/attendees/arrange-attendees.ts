import type { Answer } from "../../../../../bot/contract/answer.ts";
import type { Attendee } from "../../../../../bot/contract/attendee.ts";
import type { AttendeeQuery } from "../../../../../bot/contract/found-attendees.ts";

/** Who is going first. */
const ranks: Record<Answer, number> = {
  accepted: 0,
  tentative: 1,
  declined: 2,
  none: 3,
};

/**
 * The attendees who fit, in the order that is wanted: what the backend does for larger events (`find-attendees.ts`),
 * for those that the page has whole. Pure.
 *
 * @param attendees all of them, by name
 */
export function arrangeAttendees(
  attendees: readonly Attendee[],
  query: AttendeeQuery,
): Attendee[] {
  return attendees
    .filter((attendee) => fits(attendee, query))
    .sort(
      (one, other) =>
        toDecide(one) - toDecide(other) || compare(one, other, query.order),
    );
}

function fits(
  { displayName, address, answer, listSize }: Attendee,
  query: AttendeeQuery,
): boolean {
  const sought = query.search.toLowerCase();
  if (!`${displayName} ${address}`.toLowerCase().includes(sought)) return false;
  if (query.answer === null) return true;
  // Nobody knows who on a list has not answered.
  return (
    answer === query.answer && (query.answer !== "none" || listSize === null)
  );
}

/** About whom a lead has to decide comes first. */
function toDecide({ outlook }: Attendee): number {
  return outlook === "removed" ? 0 : 1;
}

function compare(
  one: Attendee,
  other: Attendee,
  order: AttendeeQuery["order"],
): number {
  if (order === "answer") return ranks[one.answer] - ranks[other.answer];
  if (order === "answered") return timeOf(other) - timeOf(one);
  return 0;
}

function timeOf({ answeredAt }: Attendee): number {
  return answeredAt === null ? 0 : Date.parse(answeredAt);
}
