/**
 * Wall-clock times without a zone: a date `2026-12-01`, a time `17:00`, both as `2026-12-01T17:00`.
 * They compare as text in the order of time.
 */

const minuteMs = 60_000;

/** What a clock in `timeZone` shows at an instant. */
export function wallClock(instant: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  }).formatToParts(instant);
  const part = (type: string) =>
    parts.find((one) => one.type === type)?.value ?? "";
  const year = part("year").padStart(4, "0");
  return `${year}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}`;
}

export function dateOf(local: string): string {
  return local.slice(0, 10);
}

export function timeOf(local: string): string {
  return local.slice(11, 16);
}

/** False for what looks like a date and a time but is none, such as 30 February. */
export function isWallClock(local: string): boolean {
  const ms = asUtcMs(local);
  return !Number.isNaN(ms) && fromUtcMs(ms) === local;
}

export function addMinutes(local: string, minutes: number): string {
  return fromUtcMs(asUtcMs(local) + minutes * minuteMs);
}

/** Minutes on the clock from `from` to `to`; NaN when one of them is no time. */
export function minutesBetween(from: string, to: string): number {
  return (asUtcMs(to) - asUtcMs(from)) / minuteMs;
}

/** The next full hour on a clock that shows `local`. */
export function nextFullHour(local: string): string {
  return addMinutes(`${local.slice(0, 14)}00`, 60);
}

function asUtcMs(local: string): number {
  return Date.parse(`${local}:00Z`);
}

function fromUtcMs(ms: number): string {
  return Number.isNaN(ms) ? "" : new Date(ms).toISOString().slice(0, 16);
}
