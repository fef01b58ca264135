import type { EventSummary } from "../../../../bot/contract/event-list.ts";
import { clockTime } from "../../time/when-sentence.ts";
import { daysOf, type Day } from "./calendar-days.ts";

/**
 * What stands beside an event's title on one of its days: when it begins there, or until when it goes on; null where
 * it takes the whole day.
 */
export function entryWords(
  event: Pick<
    EventSummary,
    "startsAt" | "endsAt" | "isAllDay" | "timeZone" | "status"
  >,
  given: { day: Day; reader: { locale: string; timeZone: string } },
): { time: string | null; note: string | null } {
  const [first, last] = daysOf(event, given.reader);
  return {
    time: event.isAllDay
      ? null
      : given.day === first
        ? clockTime(event.startsAt, given.reader)
        : given.day === last
          ? `until ${clockTime(event.endsAt, given.reader)}`
          : null,
    note:
      event.status === "cancelled" || event.status === "cancelling"
        ? "cancelled"
        : null,
  };
}
