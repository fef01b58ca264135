import { Temporal } from "temporal-polyfill";

interface Span {
  startsAt: Date | null;
  endsAt: Date | null;
}

/**
 * The midnights in `timeZone` of the days that Outlook tells of an all-day event. Graph tells these days as
 * midnights of UTC, whatever the event's zone (microsoft-graph-docs, issue 1802: "by design"); no page of its
 * reference says so, therefore midnights of the event's own zone, or of another one, are understood, too. Pure.
 */
export function allDayInstants(told: Span, timeZone: string): Span {
  const { startsAt, endsAt } = told;
  if (startsAt === null || endsAt === null) return told;
  const readings = [
    (at: Date) => midnightIn("UTC", at),
    (at: Date) => midnightIn(timeZone, at),
  ];
  for (const read of readings) {
    const [first, last] = [read(startsAt), read(endsAt)];
    if (first && last) return spanOf(first, last, timeZone);
  }
  // Midnights of a zone that is not known: the day is the one whose midnight of UTC is nearest.
  return spanOf(nearestDay(startsAt), nearestDay(endsAt), timeZone);
}

function spanOf(
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
  timeZone: string,
): Span {
  return {
    startsAt: startOfDay(first, timeZone),
    endsAt: startOfDay(last, timeZone),
  };
}

/** The day that begins at an instant; null when none does. */
function midnightIn(timeZone: string, at: Date): Temporal.PlainDate | null {
  const day = Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate();
  return startOfDay(day, timeZone).getTime() === at.getTime() ? day : null;
}

function startOfDay(day: Temporal.PlainDate, timeZone: string): Date {
  return new Date(day.toZonedDateTime(timeZone).epochMilliseconds);
}

function nearestDay(at: Date): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO("UTC")
    .add({ hours: 12 })
    .toPlainDate();
}
