import { Temporal } from "temporal-polyfill";
import { contentLine } from "./content-line.ts";

/**
 * What a time zone does around one event (VTIMEZONE, RFC 5545, 3.6.5): which offset holds from when on, until the event
 * is over. It needs no rules for other years, for nothing in the file happens then. Pure.
 *
 * @param timeZone IANA name
 */
export function timeZonePart(
  timeZone: string,
  span: { startsAt: Date; endsAt: Date },
): string[] {
  return [
    "BEGIN:VTIMEZONE",
    contentLine("TZID", timeZone),
    ...transitionsAround(timeZone, span).flatMap(observance),
    "END:VTIMEZONE",
  ];
}

interface Change {
  at: Temporal.ZonedDateTime;
  before: Temporal.ZonedDateTime;
}

/** The change of the clock before the event, the one before that, and those during the event. */
function transitionsAround(
  timeZone: string,
  span: { startsAt: Date; endsAt: Date },
): Change[] {
  const start = zoned(span.startsAt, timeZone);
  const last = previousChange(start.add({ nanoseconds: 1 }));
  if (last === null) {
    const at =
      Temporal.PlainDateTime.from("1970-01-01").toZonedDateTime(timeZone);
    return [{ at, before: at }];
  }
  const changes = [last];
  const earlier = previousChange(last.at);
  if (earlier !== null) changes.unshift(earlier);
  for (
    let next = start.getTimeZoneTransition("next");
    next !== null && next.epochMilliseconds < span.endsAt.getTime();
    next = next.getTimeZoneTransition("next")
  )
    changes.push(changeAt(next));
  return changes;
}

function previousChange(from: Temporal.ZonedDateTime): Change | null {
  const at = from.getTimeZoneTransition("previous");
  return at && changeAt(at);
}

function changeAt(at: Temporal.ZonedDateTime): Change {
  return { at, before: at.subtract({ nanoseconds: 1 }) };
}

function observance({ at, before }: Change): string[] {
  const kind =
    at.offsetNanoseconds > before.offsetNanoseconds ? "DAYLIGHT" : "STANDARD";
  // The moment of the change by the clock that went until then.
  const onset = at.toInstant().toZonedDateTimeISO(before.offset);
  return [
    `BEGIN:${kind}`,
    contentLine("DTSTART", compactTime(onset.toPlainDateTime())),
    contentLine("TZOFFSETFROM", compactOffset(before.offset)),
    contentLine("TZOFFSETTO", compactOffset(at.offset)),
    `END:${kind}`,
  ];
}

function zoned(moment: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(
    moment.getTime(),
  ).toZonedDateTimeISO(timeZone);
}

/** `20311201T120000` */
export function compactTime(time: Temporal.PlainDateTime): string {
  return time.toString({ smallestUnit: "second" }).replaceAll(/[-:]/g, "");
}

/** `+0530` */
function compactOffset(offset: string): string {
  return offset.replaceAll(":", "");
}
