import { isWallClock } from "../../../time/wall-clock.ts";

/** A day and a month, in whatever order, with a year or without: `3/12`, `3/12/27`. */
const slashed = /(?<![\d/.])\d{1,2}\/\d{1,2}(?:\/\d{2,4})?(?![\d/])/g;

/**
 * The words in a spelling that each language reads alike; `3/12` in each of its meanings, the reader's own first. Pure.
 *
 * @param given.daysOf the days (ISO) that a text alone can be, likeliest first
 */
export function spellings(
  text: string,
  given: { today: string; daysOf: (text: string) => string[] },
): string[] {
  const words = withClockTimes(withYears(text, given.today));
  const dates = words.match(slashed) ?? [];
  const [date] = dates;
  // Two of them are from one to the other, which the languages read for themselves.
  if (date === undefined || dates.length > 1) return [words];
  const days = [...new Set(given.daysOf(date))];
  return days.length === 0
    ? [words]
    : days.map((day) => words.replace(date, day));
}

/** `3.12.` is a day and a month wherever it is written, and means the next such day. */
function withYears(text: string, today: string): string {
  return text.replace(
    /\b(\d{1,2})\.\s?(\d{1,2})\.(?!\s?\d{2,4}\b(?!\s*(?:uhr|h|:)))/gi,
    (typed: string, day: string, month: string) => {
      const monthAndDay = `${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
      const year = Number(today.slice(0, 4));
      const soon = `${year}-${monthAndDay}`;
      const next = soon >= today ? soon : `${year + 1}-${monthAndDay}`;
      return isWallClock(`${next}T00:00`) ? `${next} ` : typed;
    },
  );
}

/** `14h` is a time of day; English alone would read "14 hours from now". */
function withClockTimes(text: string): string {
  return text.replace(
    /(?<!\b(?:in|within|after)\s+)\b([01]?\d|2[0-3])\s?h(?:([0-5]\d))?\b/gi,
    (_, hour: string, minutes = "00") => `${hour}:${minutes}`,
  );
}
