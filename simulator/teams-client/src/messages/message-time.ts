import type { Reader } from "../outlook/when.ts";

/** "10:32 AM" for today, "Nov 24, 10:32 AM" for other days. */
export function messageTime(at: string, now: Date, reader: Reader): string {
  const { locale, timeZone } = reader;
  const day = new Intl.DateTimeFormat("en-CA", { timeZone });
  const when = new Date(at);
  const isToday = day.format(when) === day.format(now);
  return new Intl.DateTimeFormat(locale, {
    timeZone,
    ...(isToday ? {} : { month: "short", day: "numeric" }),
    hour: "numeric",
    minute: "2-digit",
  }).format(when);
}
