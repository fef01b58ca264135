import { maxAddresses } from "../../../../../bot/contract/addresses.ts";
import { findColumn, type Layout } from "./find-column.ts";
import { findDelimiter, isMailList, namedDelimiter } from "./find-delimiter.ts";
import { openGathering, type Gathered } from "./gather-addresses.ts";
import { readCell, readPiece, type ReadAddress } from "./read-address.ts";
import { readRows, UnreadableRow, type Row } from "./read-rows.ts";
import { splitMailList } from "./split-mail-list.ts";

/** Largest text or file, in bytes and in characters. */
export const maxListLength = 10 * 1024 * 1024;

export type ReadList =
  | { ok: true; gathered: Gathered; layout: Layout }
  /** `message` says what is wrong and what to do; nothing of the list counts. */
  | { ok: false; message: string };

interface Reading {
  /** The column that somebody chose; `every`: all of them. Null: the likeliest. */
  column: number | "every" | null;
  signal: AbortSignal;
  /** Hears how far it is, from 0 to 1. */
  onProgress: (share: number) => void;
}

/** Rows by which the layout of a table is found. */
const sampledRows = 200;
/** Entries between two turns of the page. */
const entriesAtOnce = 5_000;

const shownCells = 3;

const listLayout: Layout = { hasHeading: false, column: null, columns: [] };

/**
 * Reads a list of people: a table (CSV), or addresses one after the other, as they are pasted. It reads in small
 * parts, so that the page can go on and somebody can stop it. All of it counts, or nothing.
 * @throws the signal's reason when it is stopped
 */
export async function readPeopleList(
  given: string,
  reading: Reading,
): Promise<ReadList> {
  if (given.length > maxListLength) return { ok: false, message: tooLong };
  const text = given.replaceAll(/\r\n?/g, "\n");
  try {
    return isMailList(text)
      ? await readMailList(text, reading)
      : await readTable(text, reading);
  } catch (error) {
    if (!(error instanceof UnreadableRow)) throw error;
    return { ok: false, message: unreadable(error.row) };
  }
}

const tooLong =
  "This is more than 10 MB, which is the most that is read. Split it into several lists.";
const tooMany = `This list has more than ${maxAddresses.toLocaleString("en")} addresses, and an event takes ${maxAddresses.toLocaleString("en")} at most. Split it, or invite a mail-enabled group instead.`;
const unreadable = (row: number) =>
  `In row ${row.toLocaleString("en")} a quotation mark is not closed as it should be, so the rest cannot be read. Mend that row, and try again. Nothing was taken.`;

async function readMailList(text: string, reading: Reading): Promise<ReadList> {
  const { gathered, take } = openGathering();
  let entries = 0;
  for (const { text: piece, line, at } of splitMailList(text)) {
    for (const read of readPiece(piece))
      if (!take(read, line)) return { ok: false, message: tooMany };
    if (entries++ % entriesAtOnce === 0)
      await turnOfPage(reading, at / text.length);
  }
  return { ok: true, gathered, layout: listLayout };
}

async function readTable(text: string, reading: Reading): Promise<ReadList> {
  const { gathered, take } = openGathering();
  const named = namedDelimiter(text);
  const delimiter = named ?? findDelimiter(text);
  const slices = readRows(text, {
    delimiter,
    afterSlice: (share) => turnOfPage(reading, share),
  });
  const firstRow = named === null ? 1 : 2;
  let layout: Layout | null = null;
  for await (const rows of slices) {
    const body = rows.filter(({ number }) => number >= firstRow);
    layout ??= findColumn(body.slice(0, sampledRows).map(({ cells }) => cells));
    const { hasHeading } = layout;
    const column = reading.column ?? layout.column ?? "every";
    for (const row of body) {
      if (hasHeading && row.number === firstRow) continue;
      for (const read of readRow(row, column))
        if (!take(read, row.number)) return { ok: false, message: tooMany };
    }
  }
  return { ok: true, gathered, layout: layout ?? listLayout };
}

function readRow({ cells }: Row, column: number | "every"): ReadAddress[] {
  if (column === "every") return cells.flatMap(readCell);
  const found = readCell(cells[column] ?? "");
  if (found.length > 0 || cells.every((cell) => cell.trim() === ""))
    return found;
  // The row is somebody's, who would be left out without a word.
  return [{ ok: false, refusal: "noAddress", text: wholeRow(cells) }];
}

/** By which somebody finds the row. */
function wholeRow(cells: readonly string[]): string {
  const filled = cells.filter((cell) => cell.trim() !== "");
  return filled
    .slice(0, shownCells)
    .map((cell) => cell.trim().slice(0, 40))
    .join(", ");
}

async function turnOfPage(
  { signal, onProgress }: Reading,
  share: number,
): Promise<void> {
  onProgress(share);
  await new Promise((resolve) => setTimeout(resolve));
  signal.throwIfAborted();
}
