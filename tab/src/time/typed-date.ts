import { addMinutes, dateOf, isWallClock, wallClock } from "./wall-clock.ts";

const dayMinutes = 24 * 60;

/**
 * The date `2026-12-01` that somebody typed as `2026-12-01`, in the order of their language (`1/12/2026`, `12/1`),
 * as `today` or `tomorrow`, or as the calendar writes it; null when it is none. Without a year: the next such day.
 */
export function typedDate(
  text: string,
  { today, locale }: { today: string; locale: string },
): string | null {
  const typed = text.trim().toLowerCase();
  if (typed === "today") return today;
  if (typed === "tomorrow")
    return dateOf(addMinutes(`${today}T00:00`, dayMinutes));
  if (/^\d{4}-\d{1,2}-\d{1,2}$/.test(typed)) {
    const [year, month, day] = typed.split("-");
    return calendarDate({ year, month, day });
  }
  const numbers = typed.match(/\d+/g) ?? [];
  if (/^\d{1,2}\D{1,2}\d{1,2}(\D{1,2}(\d{2}|\d{4}))?\D?$/.test(typed)) {
    return inOrder(numbers, { today, locale });
  }
  return inWords(typed);
}

function inOrder(
  numbers: string[],
  { today, locale }: { today: string; locale: string },
): string | null {
  const order = new Intl.DateTimeFormat(locale)
    .formatToParts(0)
    .map((part) => part.type)
    .filter((type) => type === "day" || type === "month");
  const dayFirst = order[0] === "day";
  const [first, second, third] = numbers;
  const [day, month] = dayFirst ? [first, second] : [second, first];
  if (third !== undefined) {
    const year = third.length === 2 ? `20${third}` : third;
    return calendarDate({ year, month, day });
  }
  const thisYear = calendarDate({ year: today.slice(0, 4), month, day });
  if (thisYear !== null && thisYear >= today) return thisYear;
  const nextYear = String(Number(today.slice(0, 4)) + 1);
  return calendarDate({ year: nextYear, month, day });
}

/** English words such as `Tue 1 December 2026`, read by the browser. */
function inWords(typed: string): string | null {
  if (!/[a-z]/.test(typed) || !/\d{4}/.test(typed)) return null;
  const ms = Date.parse(`${typed} UTC`);
  return Number.isNaN(ms) ? null : dateOf(wallClock(new Date(ms), "UTC"));
}

function calendarDate(parts: {
  year: string | undefined;
  month: string | undefined;
  day: string | undefined;
}): string | null {
  const { year, month = "", day = "" } = parts;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isWallClock(`${date}T00:00`) ? date : null;
}
