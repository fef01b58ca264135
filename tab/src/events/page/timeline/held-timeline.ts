import type { GivenAnswer } from "../../../../../bot/contract/answer.ts";
import {
  timelinePageSize,
  type Timeline,
  type TimelineEntry,
} from "../../../../../bot/contract/timeline.ts";

/** The answers that the page holds: a stretch without gaps, from the newest back to where nobody has looked yet. */
export interface HeldTimeline {
  /** Of the event: a change of it may void answers or take people off, so what is held begins anew. */
  version: number;
  /** Null: all answers are shown. */
  filter: GivenAnswer | null;
  /** What the stream told, the newest first; of every kind. */
  recent: TimelineEntry[];
  /** What was asked for page by page; only what the filter shows. */
  older: TimelineEntry[];
  /** Where older ones go on; null at the first answer. */
  nextCursor: string | null;
}

interface Told {
  live: Timeline;
  version: number;
}

export function startTimeline(
  { live, version }: Told,
  filter: GivenAnswer | null,
): HeldTimeline {
  const { answers, nextCursor } = live;
  return { version, filter, recent: answers, older: [], nextCursor };
}

/** What is held after the stream has told more; the same object when it told nothing new. */
export function takeLive(held: HeldTimeline, told: Told): HeldTimeline {
  const { live, version } = told;
  if (version !== held.version || wasMoved(held, live))
    return startTimeline(told, held.filter);
  const newest = held.recent[0];
  const news = newest
    ? live.answers.filter(({ id }) => comesAfter(id, newest.id))
    : live.answers;
  if (news.length === 0) return withTakenBack(held, live);
  // More came at once, or during a break, than one message tells: between it and what is held something is missing.
  const hasGap =
    news.length === live.answers.length && live.nextCursor !== null;
  const recent = [...news, ...held.recent];
  const isLong =
    held.older.length === 0 && recent.length > 4 * timelinePageSize;
  return hasGap || isLong
    ? startTimeline(told, held.filter)
    : withTakenBack({ ...held, recent }, live);
}

/** Whether the event has another time since: answers of before are for an earlier one, those of pages not told here as well. */
function wasMoved(held: HeldTimeline, live: Timeline): boolean {
  const told = new Map(live.answers.map((entry) => [entry.id, entry]));
  return [...held.recent, ...held.older].some(
    ({ id, isVoid }) => isVoid !== (told.get(id)?.isVoid ?? isVoid),
  );
}

/** Marks those that people have taken back since; the same object where nobody has. */
function withTakenBack(held: HeldTimeline, live: Timeline): HeldTimeline {
  const told = new Map(live.answers.map((entry) => [entry.id, entry]));
  const isNews = ({ id, isTakenBack }: TimelineEntry) =>
    !isTakenBack && told.get(id)?.isTakenBack === true;
  if (!held.recent.some(isNews) && !held.older.some(isNews)) return held;
  const mark = (entry: TimelineEntry) => told.get(entry.id) ?? entry;
  return {
    ...held,
    recent: held.recent.map(mark),
    older: held.older.map(mark),
  };
}

/** What is held after a page that was asked for; a page that goes on elsewhere is passed over. */
export function takeOlder(
  held: HeldTimeline,
  asked: HeldTimeline,
  page: Timeline,
): HeldTimeline {
  const fits =
    held.version === asked.version &&
    held.filter === asked.filter &&
    held.nextCursor === asked.nextCursor;
  if (!fits) return held;
  const older = [...held.older, ...page.answers];
  return { ...held, older, nextCursor: page.nextCursor };
}

/** The answers that the filter shows. */
export function shownAnswers(held: HeldTimeline): TimelineEntry[] {
  const { filter, recent, older } = held;
  const fitting = recent.filter(
    ({ answer }) => filter === null || answer === filter,
  );
  return [...fitting, ...older];
}

/** Whether the first id is the later one: numbers too large to count with. */
export function comesAfter(id: string, other: string): boolean {
  return id.length === other.length ? id > other : id.length > other.length;
}
