import Papa from "papaparse";
import type { Delimiter } from "./find-delimiter.ts";

/** How much is read before the page gets its turn, in characters. */
const sliceLength = 128 * 1024;
/** Longest row: a longer one comes of a quotation mark that nothing closes. */
const longestRow = 1024 * 1024;

/** A row of a table, with its number as spreadsheets count (from 1). */
export interface Row {
  cells: string[];
  number: number;
}

/**
 * The rows of a table, some at a time. Cells stay the text that they are.
 * @param text with `\n` at the ends of lines
 * @param afterSlice tells how far it is (0 to 1), and lets the page go on; throws to stop
 * @throws {UnreadableRow} where quotation marks make the rest unreadable
 */
export async function* readRows(
  text: string,
  given: {
    delimiter: Delimiter;
    afterSlice: (share: number) => Promise<void>;
  },
): AsyncGenerator<Row[]> {
  let rest = "";
  let rows = 0;
  for (let from = 0; from < text.length; from += sliceLength) {
    const isLast = from + sliceLength >= text.length;
    const part = rest + text.slice(from, from + sliceLength);
    // Not Papa.parse, whose pauses do not hold for texts.
    const { data, errors, meta } = new Papa.Parser({
      delimiter: given.delimiter,
      newline: "\n",
    }).parse(part, 0, !isLast) as Papa.ParseResult<string[]>;
    const wrong = errors.find(({ type }) => type === "Quotes");
    if (wrong) throw new UnreadableRow(rows + (wrong.row ?? 0) + 1);
    yield data.map((cells, index) => ({ cells, number: rows + index + 1 }));
    rows += data.length;
    rest = part.slice(meta.cursor);
    if (rest.length > longestRow) throw new UnreadableRow(rows + 1);
    await given.afterSlice(Math.min(1, (from + sliceLength) / text.length));
  }
}

/** A row after which a table cannot be read. */
export class UnreadableRow extends Error {
  readonly row: number;
  constructor(row: number) {
    super(`Row ${row} cannot be read.`);
    this.row = row;
  }
}
