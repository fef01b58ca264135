import type { TimelineEntry } from "../../../../../bot/contract/timeline.ts";
import { answerLabel, answerPlaces, givenAnswers } from "../../answer-words.ts";
import { listOf } from "../../list-of.ts";

/** What somebody answered: `Going, instead of Maybe, on the card`. */
export function answerSentence(entry: TimelineEntry): string {
  const { answer, replaced } = entry;
  const parts = [answerLabel(answer)];
  if (replaced === answer) parts.push("as before");
  else if (replaced !== null) parts.push(`instead of ${answerLabel(replaced)}`);
  return [...parts, answerPlaces[entry.answeredIn]].join(", ");
}

/** Answers that have just come, in one sentence; `hasMore` when there were even more. */
export function newsSentence(
  news: readonly TimelineEntry[],
  hasMore: boolean,
): string {
  const [only] = news;
  if (only === undefined) return "";
  if (news.length === 1 && !hasMore) {
    return `${only.displayName}: ${answerSentence(only)}.`;
  }
  const counts = givenAnswers.flatMap(({ answer, label }) => {
    const count = news.filter((entry) => entry.answer === answer).length;
    return count === 0 ? [] : [`${count} ${label.toLowerCase()}`];
  });
  const more = hasMore ? "more than " : "";
  return `${more}${news.length} new answers: ${listOf(counts)}.`.replace(
    /^m/,
    "M",
  );
}

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
];

/** `3 minutes ago`, `now`, as readers in this locale say it; a clock that is a little off makes no future. */
export function timeAgo(instant: string, now: Date, locale: string): string {
  const ago = Math.max(0, now.getTime() - Date.parse(instant));
  const words = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const [unit, ms] = units.find(([, each]) => ago >= each) ?? ["second", null];
  return words.format(ms === null ? 0 : -Math.floor(ago / ms), unit);
}
