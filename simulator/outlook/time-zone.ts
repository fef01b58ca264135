import { windowsTimeZones } from "./windows-time-zones.ts";

const windowsByLowerCase = new Map(
  Object.entries(windowsTimeZones).map(([name, iana]) => [
    name.toLowerCase(),
    iana,
  ]),
);
const dayMs = 24 * 60 * 60 * 1000;
const formatters = new Map<string, Intl.DateTimeFormat | null>();

/** Graph: dateTimeTimeZone resource; a Windows or an IANA name. */
export function isTimeZone(name: string): boolean {
  return formatterFor(name) !== null;
}

/**
 * The instant of a wall-clock time. One that comes twice is the second, in standard time, as
 * Windows reads it; one that the clocks skip is moved past the gap.
 */
export function instantOf(local: string, timeZone: string): Date {
  const seconds = local.length === 16 ? `${local}:00` : local.slice(0, 19);
  const asUtcMs = new Date(`${seconds}Z`).getTime();
  const offsetBeforeMs = offsetMs(new Date(asUtcMs - dayMs), timeZone);
  const offsetAfterMs = offsetMs(new Date(asUtcMs + dayMs), timeZone);
  const later = new Date(asUtcMs - offsetAfterMs);
  return offsetMs(later, timeZone) === offsetAfterMs
    ? later
    : new Date(asUtcMs - offsetBeforeMs);
}

/** `2026-12-01T17:00:00.0000000`, as Graph writes it. */
export function localTimeOf(instant: Date, timeZone: string): string {
  const localMs = instant.getTime() + offsetMs(instant, timeZone);
  return `${new Date(localMs).toISOString().slice(0, 19)}.0000000`;
}

function offsetMs(instant: Date, timeZone: string): number {
  const formatter = formatterFor(timeZone);
  if (!formatter) throw new RangeError(`Unknown time zone ${timeZone}`);
  const parts = Object.fromEntries(
    formatter.formatToParts(instant).map(({ type, value }) => [type, value]),
  );
  const localMs = Date.UTC(
    Number(parts["year"]),
    Number(parts["month"]) - 1,
    Number(parts["day"]),
    Number(parts["hour"]),
    Number(parts["minute"]),
    Number(parts["second"]),
  );
  return localMs - Math.floor(instant.getTime() / 1000) * 1000;
}

function formatterFor(name: string): Intl.DateTimeFormat | null {
  const known = formatters.get(name);
  if (known !== undefined) return known;
  const made = makeFormatter(
    windowsByLowerCase.get(name.toLowerCase()) ?? name,
  );
  formatters.set(name, made);
  return made;
}

function makeFormatter(timeZone: string): Intl.DateTimeFormat | null {
  // Intl takes bare offsets too, which Graph does not know.
  if (/^[+-]/.test(timeZone)) return null;
  try {
    return new Intl.DateTimeFormat("en-US", {
      timeZone,
      calendar: "iso8601",
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
  } catch {
    return null;
  }
}
