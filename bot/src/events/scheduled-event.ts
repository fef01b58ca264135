import { Temporal } from "temporal-polyfill";
import { htmlOf } from "../description/settle-description.ts";

/** Wall-clock start and end in one zone, and the same as instants. */
export interface EventTime {
  start: string;
  end: string;
  isAllDay: boolean;
  timeZone: string;
  startsAt: Date;
  endsAt: Date;
}

export type EventTimeResult =
  | { ok: true; time: EventTime }
  | {
      ok: false;
      field: "start" | "end" | "timeZone";
      reason:
        | "unknownTimeZone"
        | "noSuchTime"
        | "notMidnight"
        | "inPast"
        | "endBeforeStart"
        | "tooLong";
      message: string;
    };

/** Longest event, in days: longer ones are several events or a mistake in the year. */
const longestDays = 31;

/**
 * Reads wall-clock times in an IANA zone. A time that the clocks skip is moved forward and one that
 * they repeat is its first occurrence, as RFC 5545 (3.3.5) has it. All-day events start and end at midnight
 * (Graph: event resource type, isAllDay).
 *
 * @param start local date-time such as `2026-12-01T17:00`
 * @param now an event must start after it, one of whole days not before the day that it is then; pass the epoch
 *   to accept past ones
 */
export function readEventTime(given: {
  start: string;
  end: string;
  isAllDay?: boolean | undefined;
  timeZone: string;
  now: Date;
}): EventTimeResult {
  const { start, end, isAllDay = false, timeZone, now } = given;
  if (!isTimeZone(timeZone))
    return {
      ok: false,
      field: "timeZone",
      reason: "unknownTimeZone",
      message: `There is no time zone “${timeZone}”. Choose one such as Europe/London.`,
    };
  const startsAt = instantOf(start, timeZone);
  if (!startsAt) return noSuchTime("start");
  const endsAt = instantOf(end, timeZone);
  if (!endsAt) return noSuchTime("end");
  for (const [field, local] of [
    ["start", start],
    ["end", end],
  ] as const)
    if (isAllDay && !isMidnight(local)) return notMidnight(field);
  if (
    isAllDay
      ? start.slice(0, 10) < wallClockOf(now, timeZone).slice(0, 10)
      : startsAt <= now
  )
    return {
      ok: false,
      field: "start",
      reason: "inPast",
      message: "The start is in the past. Choose a later date or time.",
    };
  if (endsAt <= startsAt)
    return {
      ok: false,
      field: "end",
      reason: "endBeforeStart",
      message: "The end is not after the start. Choose a later end.",
    };
  if (daysBetween(start, end) > longestDays)
    return {
      ok: false,
      field: "end",
      reason: "tooLong",
      message: `An event lasts ${longestDays} days at most. Choose an earlier end.`,
    };
  return {
    ok: true,
    time: { start, end, isAllDay, timeZone, startsAt, endsAt },
  };
}

function noSuchTime(field: "start" | "end"): EventTimeResult {
  return {
    ok: false,
    field,
    reason: "noSuchTime",
    message: "There is no such date or time. Choose another.",
  };
}

function notMidnight(field: "start" | "end"): EventTimeResult {
  return {
    ok: false,
    field,
    reason: "notMidnight",
    message:
      "An all-day event starts and ends at midnight. Give its days without times.",
  };
}

function isMidnight(local: string): boolean {
  return local.endsWith("T00:00");
}

/** Days of the calendar, as a fraction: the clocks' changes do not count. */
function daysBetween(start: string, end: string): number {
  return Temporal.PlainDateTime.from(start)
    .until(Temporal.PlainDateTime.from(end))
    .total("days");
}

function isTimeZone(name: string): boolean {
  // Offsets such as +02:00 are accepted by Intl, but an event's zone must know daylight-saving time.
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function instantOf(local: string, timeZone: string): Date | null {
  try {
    const zoned = Temporal.PlainDateTime.from(local, {
      overflow: "reject",
    }).toZonedDateTime(timeZone, { disambiguation: "compatible" });
    return new Date(zoned.epochMilliseconds);
  } catch {
    return null;
  }
}

/** Every instant that a wall-clock time can mean: two where the clocks repeat or skip it. */
export function possibleInstants(local: string, timeZone: string): Date[] {
  const time = Temporal.PlainDateTime.from(local);
  return (["earlier", "later"] as const).map(
    (disambiguation) =>
      new Date(
        time.toZonedDateTime(timeZone, { disambiguation }).epochMilliseconds,
      ),
  );
}

/** The wall-clock time of an instant in a zone, to the minute: `2026-12-01T17:00`. */
export function wallClockOf(instant: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: "minute" });
}

/**
 * The times as they are sent to Outlook, so that they can only mean the instants that they mean here. A time that
 * the clocks skip is sent as what it becomes. Which of two equal hours Outlook takes is documented nowhere: an
 * event that starts or ends in one is sent in UTC.
 */
export function sentTimes(time: EventTime): WrittenTime {
  const { start, end, isAllDay, timeZone, startsAt, endsAt } = time;
  if (isAllDay) return { start, end, isAllDay, timeZone };
  const written = (zone: string): WrittenTime => ({
    start: wallClockOf(startsAt, zone),
    end: wallClockOf(endsAt, zone),
    isAllDay,
    timeZone: zone,
  });
  const own = written(timeZone);
  const isCertain = [own.start, own.end].every(
    (local) =>
      new Set(possibleInstants(local, timeZone).map(Number)).size === 1,
  );
  return isCertain ? own : written("UTC");
}

/** The parts of an event that attendees see in their invitation. */
export interface EventContent {
  title: string;
  description: string;
  descriptionHtml?: string | null | undefined;
  start: string;
  end: string;
  isAllDay?: boolean | undefined;
  timeZone: string;
  location: string;
}

export type VisibleChange =
  "title" | "description" | "time" | "location" | "attendees";

type WrittenTime = Pick<
  EventContent,
  "start" | "end" | "isAllDay" | "timeZone"
>;

/** Whether two events are at the same time, however their zone is named: Asia/Calcutta is Asia/Kolkata. */
export function isSameTime(one: WrittenTime, other: WrittenTime): boolean {
  return (
    one.start === other.start &&
    one.end === other.end &&
    (one.isAllDay ?? false) === (other.isAllDay ?? false) &&
    isSameZone(one.timeZone, other.timeZone)
  );
}

/** Whether two names mean the same zone: one is the other's older or newer name. */
export function isSameZone(one: string, other: string): boolean {
  if (one === other) return true;
  try {
    const [a, b] = [one, other].map((name) =>
      Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name),
    );
    return a !== undefined && b !== undefined && a.equals(b);
  } catch {
    return false;
  }
}

/** Which visible parts differ. */
export function contentChanges(
  before: EventContent,
  after: EventContent,
): Exclude<VisibleChange, "attendees">[] {
  const changes: Exclude<VisibleChange, "attendees">[] = [];
  if (before.title !== after.title) changes.push("title");
  // Two spellings of one text are no change: nobody is mailed about spaces that nobody sees.
  if (htmlOf(before) !== htmlOf(after)) changes.push("description");
  if (!isSameTime(before, after)) changes.push("time");
  if (before.location !== after.location) changes.push("location");
  return changes;
}

export interface PublishedPerson {
  address: string;
  displayName: string;
}

export interface MailPlan<Person extends PublishedPerson = PublishedPerson> {
  kind: "invitation" | "update" | "cancellation";
  reason:
    | "newEvent"
    | "added"
    | "removed"
    | "changed"
    | "cancelled"
    | "restored"
    | "sentAgain";
  people: Person[];
}

/**
 * Who gets a mail when a published event changes. Outlook mails everybody when anything but the
 * attendees changes, and only the people added or removed when nothing else does (Graph: "Update
 * event", notes on attendees).
 */
export function planMails<Person extends PublishedPerson>(given: {
  changes: readonly VisibleChange[];
  kept: readonly Person[];
  added: readonly Person[];
  removed: readonly Person[];
}): MailPlan<Person>[] {
  const plans: MailPlan<Person>[] = [
    { kind: "invitation", reason: "added", people: [...given.added] },
    {
      kind: "update",
      reason: "changed",
      people: given.changes.some((change) => change !== "attendees")
        ? [...given.kept]
        : [],
    },
    { kind: "cancellation", reason: "removed", people: [...given.removed] },
  ];
  return plans.filter((plan) => plan.people.length > 0);
}
