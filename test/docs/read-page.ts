import { readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

/** A page of the documentation, by its path from the root. */
export function readPage(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

/**
 * The cells of the first table after a heading, row by row, without the table's own head.
 * @param heading as it is written, without the signs before it and the number of the section
 */
export function tableUnder(page: string, heading: string): string[][] {
  const lines = page.split("\n");
  const start = lines.findIndex(
    (line) => line.replace(/^#+ (?:\d+\. )?/, "") === heading,
  );
  if (start === -1) throw new Error(`There is no heading "${heading}".`);
  const first = lines.findIndex(
    (line, index) => index > start && line.startsWith("|"),
  );
  const rows = lines.slice(first, endOfTable(lines, first));
  return rows.slice(2).map((row) =>
    row
      .slice(1, row.lastIndexOf("|"))
      // A bar within a cell is written as \|.
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim()),
  );
}

function endOfTable(lines: readonly string[], first: number): number {
  const end = lines.findIndex(
    (line, index) => index > first && !line.startsWith("|"),
  );
  return end === -1 ? lines.length : end;
}

/** What a cell names between backticks. */
export function namesIn(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);
}
