import type { InsightNumbers } from "../../contract/insights.ts";
import { csvPieces } from "../downloads/csv.ts";
import { safeCell } from "../downloads/csv-cell.ts";

/** What a line says: one group in one month or quarter. */
export interface InsightLine {
  /** Its first day. */
  start: string;
  group: string;
  numbers: InsightNumbers;
}

const columns: readonly [keyof InsightNumbers, string][] = [
  ["events", "Events"],
  ["cancelled", "Cancelled events"],
  ["invited", "Invited"],
  ["byLists", "Reached by mailing lists (about)"],
  ["answered", "Answered"],
  ["accepted", "Going"],
  ["tentative", "Maybe"],
  ["declined", "Can't go"],
  ["counted", "Events with attendance"],
  ["came", "Came"],
  ["expected", "Accepted events with attendance"],
  ["didNotCome", "Accepted and did not come"],
];

/** Numbers by group and time as CSV, piece by piece; no group's name can be taken for a formula. Pure. */
export function insightsCsv(lines: readonly InsightLine[]): Iterable<string> {
  const head = ["From", "Group", ...columns.map(([, label]) => label)];
  return csvPieces(head, lines, ({ start, group, numbers }) => [
    start,
    safeCell(group),
    ...columns.map(([name]) => numbers[name]),
  ]);
}
