import { canonicalLocale } from "../shell/reader-locale.ts";

/** How times are told: in the reader's language and time zone, both passed in. */
export type Reader = { locale: string; timeZone: string };

export function readerOfThisBrowser(): Reader {
  return {
    locale: canonicalLocale(navigator.language),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}

type Span = { startsAt: string; endsAt: string; isAllDay?: boolean };

/** "Tuesday, December 1, 2026, 5:00 – 6:00 PM GMT+1"; two dates when it ends on another day. */
export function whenOf(
  event: Span & { start: { timeZone: string } },
  { locale, timeZone }: Reader,
): string {
  if (event.isAllDay) {
    const days = new Intl.DateTimeFormat(locale, {
      timeZone: event.start.timeZone,
      weekday: "long",
      year: "numeric",
      month: "long",
      day: "numeric",
    });
    const lastMoment = new Date(Date.parse(event.endsAt) - 1);
    return `All day, ${days.formatRange(new Date(event.startsAt), lastMoment)}`;
  }
  return new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: "long",
    year: "numeric",
    month: "long",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZoneName: "short",
  }).formatRange(new Date(event.startsAt), new Date(event.endsAt));
}

/** Whether it begins on a day such as `2031-12-01`, which whole days are for everybody. */
export function isOnDay(
  event: {
    startsAt: string;
    isAllDay?: boolean;
    start: { timeZone: string };
  },
  day: string,
  { timeZone }: Pick<Reader, "timeZone">,
): boolean {
  // Sweden writes dates as ISO 8601 does.
  const format = new Intl.DateTimeFormat("sv", {
    timeZone: event.isAllDay ? event.start.timeZone : timeZone,
  });
  return format.format(new Date(event.startsAt)) === day;
}

/** "Tue, Dec 1, 5:00 PM": for lists, where the reader's zone goes without saying. */
export function briefly(at: string, { locale, timeZone }: Reader): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: "short",
    month: "short",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
  }).format(new Date(at));
}

/** The day under which an agenda lists a start: "Tuesday, December 1". */
export function dayOf(at: string, { locale, timeZone }: Reader): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: "long",
    month: "long",
    day: "numeric",
  }).format(new Date(at));
}

export function timeRange(event: Span, { locale, timeZone }: Reader): string {
  if (event.isAllDay) return "All day";
  return new Intl.DateTimeFormat(locale, {
    timeZone,
    hour: "numeric",
    minute: "2-digit",
  }).formatRange(new Date(event.startsAt), new Date(event.endsAt));
}
