import { Temporal } from "temporal-polyfill";
import type { InsightsQuery } from "../../contract/insights.ts";

/** A time cut into months or quarters. */
export interface Periods {
  /** First days, and when they begin, earliest first; the first is where the time begins. */
  starts: { date: string; at: Date }[];
  /** When the time is over. */
  end: Date;
}

/** Pure. */
export function periodsOf(
  given: Pick<InsightsQuery, "from" | "until" | "by" | "timeZone">,
): Periods {
  const from = Temporal.PlainDate.from(given.from);
  const until = Temporal.PlainDate.from(given.until);
  const months = given.by === "month" ? 1 : 3;
  const beginOf = (date: Temporal.PlainDate) =>
    new Date(date.toZonedDateTime(given.timeZone).epochMilliseconds);
  const starts = [];
  let start = from;
  while (Temporal.PlainDate.compare(start, until) <= 0) {
    starts.push({ date: start.toString(), at: beginOf(start) });
    const first = start.with({
      day: 1,
      month: start.month - ((start.month - 1) % months),
    });
    start = first.add({ months });
  }
  return { starts, end: beginOf(until.add({ days: 1 })) };
}
