import type { Chrono, ParsedComponents, ParsedResult } from "chrono-node";
import {
  addMinutes,
  dateOf,
  minutesBetween,
  timeOf,
  wallClock,
} from "../../../time/wall-clock.ts";
import { endOf, startOf, type EventDraft } from "../event-draft.ts";
import { spellings } from "./spellings.ts";
import { namesDay, restOf } from "./unread-words.ts";

/** The parts of a draft that say when it is. */
export type WhenParts = Pick<
  EventDraft,
  "startDate" | "startTime" | "endDate" | "endTime" | "isAllDay"
>;

/** What was read of words: each way in which they can be meant, the likeliest first. */
export interface ReadWhen {
  ways: WhenParts[];
  /** What of it was not understood; empty: nothing. */
  rest: string;
}

/** A weekday with one of them is over; any other is the coming one. */
const saysPast =
  /\b(?:last|past|letzte[nrms]?|vorige[nrms]?|vergangene[nrms]?)\b/i;

/** Shortest text that is worth reading. */
const shortest = 2;

/**
 * Reads when an event is from words such as `next tuesday 3pm`, `tomorrow noon` or `3.12. 15 Uhr`. What they do not say
 * stays as the form has it: the day, the time, how long it is. Where they can be meant in several ways (3/12, or 3
 * o'clock), all are told. Pure.
 *
 * @param given.now wall clock in the event's zone
 * @param given.parsers the reader's own language first
 */
export function readWhen(
  text: string,
  given: {
    draft: WhenParts & { timeZone: string };
    now: string;
    parsers: readonly Chrono[];
    /** Whether the reader's clock has twelve hours. */
    hasTwelveHours: boolean;
  },
): ReadWhen {
  const lasting = takeDuration(text);
  const typed = lasting.words.trim();
  const reference = { instant: new Date(`${given.now}:00Z`), timezone: 0 };
  const parse = (words: string) =>
    given.parsers.map((parser) =>
      parser.parse(words, reference, { forwardDate: !saysPast.test(words) }),
    );
  const read =
    typed.length < shortest
      ? []
      : spellings(typed, {
          today: dateOf(given.now),
          daysOf: (words) => parse(words).flat().map(dayIn),
        }).flatMap((words) => likeliest(words, parse(words)));
  const ways = read
    .filter(isOfSaidDay)
    .flatMap(({ result }) =>
      waysOf(result, { ...given, words: typed, minutes: lasting.minutes }),
    );
  const rest = read[0]?.rest ?? "";
  return {
    ways: withoutRepeats(ways),
    rest: ways.length === 0 && rest === "" ? text.trim() : rest,
  };
}

/** Whether what was read lies before `now`; days do once they are over. Pure. */
export function isPast(way: WhenParts, now: string): boolean {
  return way.isAllDay ? way.endDate < dateOf(now) : startOf(way) < now;
}

interface Reading {
  result: ParsedResult;
  rest: string;
}

/** What leaves the least of the words unread. */
function likeliest(words: string, ofParsers: ParsedResult[][]): Reading[] {
  const read = ofParsers.flatMap((results) => {
    const [result] = results;
    // Two moments in one text are no start of an event.
    return result && results.length === 1
      ? [{ result, rest: restOf(words, result) }]
      : [];
  });
  const shortestRest = Math.min(...read.map(({ rest }) => rest.length));
  return read.filter(({ rest }) => rest.length === shortestRest);
}

/**
 * Whether the day is one that somebody said, or may stay the form's: not where a word may name another, be it unread
 * or read without giving a day (`this week 3pm`).
 */
function isOfSaidDay({ result, rest }: Reading): boolean {
  const { start, end } = result;
  if (saysDay(start)) return !namesDay(rest);
  const saysTime = start.isCertain("hour") || end?.isCertain("hour") === true;
  return saysTime && rest === "" && !namesDay(result.text);
}

/** `for 2 hours`, `for 90 min`, `für 2 Stunden` */
const duration =
  /\b(?:for|für|lasting)\s+(\d+(?:[.,]\d+)?)\s*(h|hours?|hrs?|m|min|mins|minutes?|stunden?|std|minuten?)\b/i;

function takeDuration(text: string): { words: string; minutes: number | null } {
  const found = duration.exec(text);
  if (!found) return { words: text, minutes: null };
  const [whole, amount = "", unit = ""] = found;
  const count = Number(amount.replace(",", "."));
  const minutes = Math.round(/^[hs]/i.test(unit) ? count * 60 : count);
  return { words: text.replace(whole, " "), minutes };
}

interface Given {
  draft: WhenParts & { timeZone: string };
  words: string;
  minutes: number | null;
  hasTwelveHours: boolean;
}

function waysOf(result: ParsedResult, given: Given): WhenParts[] {
  const { start, end } = result;
  if (!start.isCertain("hour") && !end?.isCertain("hour"))
    return [daysOf(result, given)];
  const first = momentOf(start, given.draft);
  const last = end
    ? momentOf(end, { ...given.draft, startDate: dateOf(first) })
    : addMinutes(first, given.minutes ?? lengthOf(given.draft));
  const asSaid = timed(first, last);
  if (!isHalfSaid(start, given)) return [asSaid];
  // Three o'clock at night, or in the afternoon.
  const later = timed(
    addMinutes(first, 12 * 60),
    end?.isCertain("meridiem") ? last : addMinutes(last, 12 * 60),
  );
  return (start.get("hour") ?? 0) < 7 ? [later, asSaid] : [asSaid, later];
}

function isHalfSaid(start: ParsedComponents, given: Given): boolean {
  const hour = start.get("hour") ?? 0;
  if (start.isCertain("meridiem") || hour < 1 || hour > 11) return false;
  if (/\d\s*(uhr|h)\b/i.test(given.words)) return false;
  return given.hasTwelveHours || !/\d:\d\d/.test(given.words);
}

/** Days without a time: whole ones where there are several or the event has such; else the time stays. */
function daysOf(
  { start, end }: ParsedResult,
  { draft, minutes }: Given,
): WhenParts {
  const startDate = dayOf(start, draft);
  if (draft.isAllDay || end) {
    const endDate = end ? dayOf(end, draft) : startDate;
    return { ...draftTimes(draft), startDate, endDate, isAllDay: true };
  }
  const first = `${startDate}T${draft.startTime}`;
  return timed(first, addMinutes(first, minutes ?? lengthOf(draft)));
}

function draftTimes({ startTime, endTime }: WhenParts) {
  return { startTime, endTime };
}

function momentOf(moment: ParsedComponents, draft: Given["draft"]): string {
  // Another zone's time is told in the event's.
  if (moment.isCertain("timezoneOffset"))
    return wallClock(moment.date(), draft.timeZone);
  const time = `${two(moment.get("hour"))}:${two(moment.get("minute"))}`;
  return `${dayOf(moment, draft)}T${time}`;
}

/** Where only a time was said, the form's own day. */
function dayOf(moment: ParsedComponents, { startDate }: WhenParts): string {
  return saysDay(moment) ? dateIn(moment) : startDate;
}

function saysDay(moment: ParsedComponents): boolean {
  return (["day", "weekday", "month"] as const).some((part) =>
    moment.isCertain(part),
  );
}

function dayIn({ start }: ParsedResult): string {
  return dateIn(start);
}

function dateIn(moment: ParsedComponents): string {
  const year = String(moment.get("year")).padStart(4, "0");
  return `${year}-${two(moment.get("month"))}-${two(moment.get("day"))}`;
}

function two(value: number | null): string {
  return String(value ?? 0).padStart(2, "0");
}

function lengthOf(draft: WhenParts): number {
  const minutes = minutesBetween(startOf(draft), endOf(draft));
  return minutes > 0 && !draft.isAllDay ? minutes : 60;
}

/** An end that is not after the start is one of the next day: from 22 to 1. */
function timed(start: string, end: string): WhenParts {
  const after = end > start ? end : addMinutes(end, 24 * 60);
  return {
    startDate: dateOf(start),
    startTime: timeOf(start),
    endDate: dateOf(after),
    endTime: timeOf(after),
    isAllDay: false,
  };
}

function withoutRepeats(ways: readonly WhenParts[]): WhenParts[] {
  const seen = new Set<string>();
  return ways.filter((way) => {
    const key = JSON.stringify(way);
    return !seen.has(key) && seen.add(key);
  });
}
