import type { InsightsQuery } from "../../../bot/contract/insights.ts";

/** A time that can be chosen by name. */
export type TimeChoice =
  "lastMonths" | "lastQuarter" | "thisYear" | "lastYear" | "days";

export const timeChoices: readonly { choice: TimeChoice; label: string }[] = [
  { choice: "lastMonths", label: "Last 12 months" },
  { choice: "lastQuarter", label: "Last 3 months" },
  { choice: "thisYear", label: "This year" },
  { choice: "lastYear", label: "Last year" },
  { choice: "days", label: "From and until a day" },
];

type Time = Pick<InsightsQuery, "from" | "until">;

/**
 * The days of a time that is chosen by name; months are whole, this one included.
 * @param today such as `2031-12-01`
 */
export function timeOf(
  choice: Exclude<TimeChoice, "days">,
  today: string,
): Time {
  const year = Number(today.slice(0, 4));
  switch (choice) {
    case "lastMonths":
      return lastMonths(12, today);
    case "lastQuarter":
      return lastMonths(3, today);
    case "thisYear":
      return { from: `${year}-01-01`, until: `${year}-12-31` };
    case "lastYear":
      return { from: `${year - 1}-01-01`, until: `${year - 1}-12-31` };
  }
}

function lastMonths(count: number, today: string): Time {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  const day = (at: Date) => at.toISOString().slice(0, 10);
  return {
    from: day(new Date(Date.UTC(year, month - count, 1))),
    until: day(new Date(Date.UTC(year, month, 0))),
  };
}

/** `January 2031`, or of a quarter `January – March 2031`, as the reader's language has it. */
export function periodLabel(
  start: string,
  given: { by: InsightsQuery["by"]; locale: string },
): string {
  const format = new Intl.DateTimeFormat(given.locale, {
    month: given.by === "month" ? "long" : "short",
    year: "numeric",
    timeZone: "UTC",
  });
  const first = new Date(`${start}T00:00:00Z`);
  if (given.by === "month") return format.format(first);
  const month = first.getUTCMonth();
  const last = new Date(
    Date.UTC(first.getUTCFullYear(), month - (month % 3) + 2, 1),
  );
  return format.formatRange(first, last);
}
