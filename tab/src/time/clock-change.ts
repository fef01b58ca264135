import { addMinutes, timeOf, wallClock } from "./wall-clock.ts";

/** What the clocks' change does to a wall-clock time: they skip it, or show it twice. */
export type ClockChange =
  { kind: "skipped"; becomes: string } | { kind: "repeated" };

const dayMs = 86_400_000;

/** Null for a time that the clocks of the zone show once. @param local such as `2026-10-25T01:30` */
export function clockChangeAt(
  local: string,
  timeZone: string,
): ClockChange | null {
  const asUtcMs = Date.parse(`${local}:00Z`);
  if (Number.isNaN(asUtcMs)) return null;
  const offsets = [asUtcMs - dayMs, asUtcMs + dayMs].map((ms) =>
    offsetMsAt(ms, timeZone),
  );
  const meant = new Set(
    offsets
      .map((offset) => asUtcMs - offset)
      .filter((ms) => wallClock(new Date(ms), timeZone) === local),
  );
  if (meant.size === 2) return { kind: "repeated" };
  if (meant.size === 1) return null;
  const [before = 0, after = 0] = offsets;
  return {
    kind: "skipped",
    becomes: addMinutes(local, (after - before) / 60_000),
  };
}

/** What the clocks of the zone show when that time comes: itself, or what a skipped one becomes. */
export function meantTime(local: string, timeZone: string): string {
  const change = clockChangeAt(local, timeZone);
  return change?.kind === "skipped" ? change.becomes : local;
}

function offsetMsAt(ms: number, timeZone: string): number {
  return Date.parse(`${wallClock(new Date(ms), timeZone)}:00Z`) - ms;
}

/** What a lead is told of it, before anything is sent; null where there is nothing to tell. */
export function clockChangeHint(
  local: string,
  timeZone: string,
): string | null {
  const change = clockChangeAt(local, timeZone);
  if (change === null) return null;
  return change.kind === "repeated"
    ? `${timeOf(local)} comes twice that night, because the clocks go back. The first one is meant.`
    : `${timeOf(local)} does not exist that day, because the clocks go forward. It becomes ${timeOf(change.becomes)}.`;
}
