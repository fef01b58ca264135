import { dateFormat } from "./date-format.ts";
import { zoneCity } from "./zone-names.ts";

const dayAndTime: Intl.DateTimeFormatOptions = {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
  hour: "numeric",
  minute: "2-digit",
};

interface Reader {
  locale: string;
  timeZone: string;
}

interface Span {
  startsAt: string;
  endsAt: string;
  /** Whole days of `timeZone`. */
  isAllDay: boolean;
  /** The event's own. */
  timeZone: string;
}

/**
 * `Tuesday, December 1, 2026, 5:00 – 6:00 PM`, as a reader in `timeZone` writes it, with both dates where it
 * ends on another of the reader's days. Whole days are the same for everybody.
 */
export function whenSentence(span: Span, { locale, timeZone }: Reader): string {
  if (span.isAllDay) return `All day, ${allDays(span, locale)}`;
  return dateFormat(locale, {
    ...dayAndTime,
    timeZone,
  }).formatRange(new Date(span.startsAt), new Date(span.endsAt));
}

function allDays({ startsAt, endsAt, timeZone }: Span, locale: string): string {
  const { weekday, day, month, year } = dayAndTime;
  return dateFormat(locale, {
    weekday,
    day,
    month,
    year,
    timeZone,
  }).formatRange(new Date(startsAt), new Date(Date.parse(endsAt) - 1));
}

/**
 * When the event is by the reader's clock and, where clocks differ, by those of its own zone:
 * `Tuesday, 1 December 2026, 17:00 – 18:00 your time` and `12:00 – 13:00 in New York`.
 */
export function whenHereAndThere(
  span: Span,
  reader: Reader,
): { here: string; there: string | null } {
  const here = whenSentence(span, reader);
  const away = { locale: reader.locale, timeZone: span.timeZone };
  if (span.isAllDay || span.timeZone === reader.timeZone)
    return { here, there: null };
  if (here === whenSentence(span, away)) return { here, there: null };
  return { here: `${here} your time`, there: timesThere(span, reader) };
}

function timesThere(span: Span, reader: Reader): string {
  const days = (timeZone: string) =>
    dateFormat("en", { timeZone, dateStyle: "short" }).formatRange(
      new Date(span.startsAt),
      new Date(span.endsAt),
    );
  const { weekday, day, month, hour, minute } = dayAndTime;
  const format = dateFormat(reader.locale, {
    ...(days(span.timeZone) !== days(reader.timeZone) && {
      weekday,
      day,
      month,
    }),
    hour,
    minute,
    timeZone: span.timeZone,
  });
  const times = format.formatRange(
    new Date(span.startsAt),
    new Date(span.endsAt),
  );
  return `${times} in ${zoneCity(span.timeZone)}`;
}

/** `1 Dec, 17:03`: a moment in short. */
export function shortMoment(
  instant: string,
  { locale, timeZone }: { locale: string; timeZone: string },
): string {
  return dateFormat(locale, {
    day: "numeric",
    month: "short",
    hour: "numeric",
    minute: "2-digit",
    timeZone,
  }).format(new Date(instant));
}

/** `17:03`: the time of day of a moment. */
export function clockTime(
  instant: string,
  { locale, timeZone }: { locale: string; timeZone: string },
): string {
  return dateFormat(locale, {
    hour: "numeric",
    minute: "2-digit",
    timeZone,
  }).format(new Date(instant));
}

/** `17:03` where it is today, else with the day: `Wed 2 Dec, 17:03`. */
export function nearTime(
  instant: string,
  reader: { locale: string; timeZone: string },
  now: Date,
): string {
  const day = (at: Date) =>
    dateFormat("en", {
      dateStyle: "short",
      timeZone: reader.timeZone,
    }).format(at);
  if (day(new Date(instant)) === day(now)) return clockTime(instant, reader);
  return dateFormat(reader.locale, {
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "numeric",
    minute: "2-digit",
    timeZone: reader.timeZone,
  }).format(new Date(instant));
}
