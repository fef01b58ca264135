import type { ParsedResult } from "chrono-node";

/** Letters and digits beside what was understood, without words that only join. */
export function restOf(words: string, result: ParsedResult): string {
  const before = words.slice(0, result.index);
  const after = words.slice(result.index + result.text.length);
  return `${before} ${after}`
    .replaceAll(/\b(on|at|from|am|um|ab|von|den|the)\b/gi, " ")
    .replaceAll(/(?<![\p{L}\p{N}])[^\p{L}\p{N}]+/gu, " ")
    .replaceAll(/[^\p{L}\p{N}]+(?![\p{L}\p{N}])/gu, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** Words of the two languages that everybody is read in that say which of several days is meant. */
const daysNamed = new RegExp(
  `^(?:${[
    "this|first|second|third|fourth|fifth|last|every|each|other|after|before|except|not",
    "days?|weeks?|fortnight|months?|years?|weekdays?|weekends?",
    "diese[nrms]?|(?:erste|zweite|dritte|vierte|fünfte|letzte|jede|übernächste|vorletzte)[nrms]?|nach|vor|außer|nicht",
    "tage?n?|wochen?|monate?n?|jahre?n?|wochentags?|wochenendes?",
  ].join("|")})$`,
  "iu",
);

/** Whether words may say another day than the one beside them: `second`, `every`, `week`. */
export function namesDay(words: string): boolean {
  return words.split(/\s+/).some((word) => daysNamed.test(word));
}
