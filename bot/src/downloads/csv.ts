import Papa from "papaparse";
import { Temporal } from "temporal-polyfill";

/** RFC 4180, 3 */
export const csvMediaType = "text/csv; charset=utf-8; header=present";

/** Texts that people chose go through `safeCell`. Null: empty. */
export type CsvCell = string | number | null;

/** By it Excel knows that what follows is UTF-8. */
const byteOrderMark = "\ufeff";

/** How many rows make one piece. */
const pieceSize = 1_000;

/** Rows below their head as CSV (RFC 4180: commas, quotes, CR and LF), piece by piece. Every text is quoted. Pure. */
export function* csvPieces<Row>(
  head: string[],
  rows: readonly Row[],
  cellsOf: (row: Row) => CsvCell[],
): Generator<string> {
  yield byteOrderMark + linesOf([head]);
  for (let start = 0; start < rows.length; start += pieceSize)
    yield linesOf(rows.slice(start, start + pieceSize).map(cellsOf));
}

function linesOf(rows: CsvCell[][]): string {
  return `${Papa.unparse(rows, {
    newline: "\r\n",
    quotes: (cell: unknown) => typeof cell === "string",
    // Nothing is left for it to find: what it misses (a line break behind the sign) is seen to by `safeCell`.
    escapeFormulae: true,
  })}\r\n`;
}

/**
 * `2031-12-01T12:03:05+00:00`, ISO 8601 to the second.
 *
 * @param timeZone IANA name
 */
export function momentCell(timeZone: string, moment: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime())
    .toZonedDateTimeISO(timeZone)
    .toString({ smallestUnit: "second", timeZoneName: "never" });
}
