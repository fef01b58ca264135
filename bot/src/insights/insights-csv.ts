import Papa from "papaparse";
import type { InsightNumbers } from "../../contract/insights.ts";
import { safeCell } from "../attendance/download/csv-cell.ts";

/** What a line says: one group in one month or quarter. */
export interface InsightLine {
  /** Its first day. */
  start: string;
  group: string;
  numbers: InsightNumbers;
}

/** By it Excel knows that what follows is UTF-8. */
const byteOrderMark = "\ufeff";

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

/** Numbers by group and time as CSV (RFC 4180); every text is quoted, and none can be taken for a formula. Pure. */
export function insightsCsv(lines: readonly InsightLine[]): string {
  const rows = [
    ["From", "Group", ...columns.map(([, label]) => label)],
    ...lines.map(({ start, group, numbers }) => [
      start,
      safeCell(group),
      ...columns.map(([name]) => numbers[name]),
    ]),
  ];
  const text = Papa.unparse(rows, {
    newline: "\r\n",
    quotes: (cell: unknown) => typeof cell === "string",
    escapeFormulae: true,
  });
  return `${byteOrderMark}${text}\r\n`;
}
