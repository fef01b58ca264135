const dayAndTime: Intl.DateTimeFormatOptions = {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
  hour: "numeric",
  minute: "2-digit",
};

interface Span {
  startsAt: string;
  endsAt: string;
}

/** `Tuesday, December 1, 2026, 5:00 – 6:00 PM`, as a reader in `timeZone` writes it. */
export function whenSentence(
  span: Span,
  { locale, timeZone }: { locale: string; timeZone: string },
): string {
  return new Intl.DateTimeFormat(locale, {
    ...dayAndTime,
    timeZone,
  }).formatRange(new Date(span.startsAt), new Date(span.endsAt));
}

/** When the event is in its own zone; null when the reader's clock shows the same. */
export function whenElsewhere(
  span: Span & { timeZone: string },
  reader: { locale: string; timeZone: string },
): string | null {
  const there = { locale: reader.locale, timeZone: span.timeZone };
  const sentence = whenSentence(span, there);
  if (sentence === whenSentence(span, reader)) return null;
  return `${sentence} in ${zoneLabel(span.timeZone)}`;
}

/** `Europe/London` as people write it; names are kept as they are otherwise. */
export function zoneLabel(timeZone: string): string {
  return timeZone.replaceAll("_", " ");
}

/** `1 Dec, 17:03`: a moment in short. */
export function shortMoment(
  instant: string,
  { locale, timeZone }: { locale: string; timeZone: string },
): string {
  return new Intl.DateTimeFormat(locale, {
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
  return new Intl.DateTimeFormat(locale, {
    hour: "numeric",
    minute: "2-digit",
    timeZone,
  }).format(new Date(instant));
}
