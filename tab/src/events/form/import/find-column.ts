import { readCell } from "./read-address.ts";

/** A column that may have the addresses. */
interface Column {
  index: number;
  /** Its heading, or its number where there is none. */
  name: string;
}

/** Where the addresses of a table are. */
export interface Layout {
  hasHeading: boolean;
  /** Null: every cell has one. */
  column: number | null;
  /** What there is to choose from; empty: nothing. */
  columns: Column[];
}

/** Headings of columns with addresses, the surest first, as letters alone. */
const headings = [
  "email",
  "emailaddress",
  "mail",
  "mailaddress",
  "primarysmtpaddress",
  "smtpaddress",
  "workemail",
  "emails",
  "emailaddresses",
  "emailadresse",
  "mailadresse",
  "courriel",
  "correoelectronico",
  "address",
  "addresses",
  "adresse",
  "userprincipalname",
  "upn",
];

const mostColumns = 50;
const longestName = 40;

/**
 * Looks where the addresses are: in the column with the right heading, else in the one with most of them.
 * A table in which everything looks like an address is a list, and so is one of a single column. Pure.
 * @param rows the first of the table
 */
export function findColumn(rows: readonly (readonly string[])[]): Layout {
  const [first = []] = rows;
  const width = Math.min(
    mostColumns,
    Math.max(0, ...rows.map((row) => row.length)),
  );
  const hasAddress = (cell = "") => readCell(cell).some(({ ok }) => ok);
  const share = Array.from(
    { length: width },
    (_, index) => rows.filter((row) => hasAddress(row[index])).length,
  );
  const mayHaveHeading = !first.some((cell) => cell.includes("@"));
  const named = mayHaveHeading ? bestHeading(first, share) : null;
  const filled = (row: readonly string[]) =>
    row.filter((cell) => cell.trim() !== "");
  const body = mayHaveHeading ? rows.slice(1) : rows;
  const isList =
    width <= 1 ||
    rows.every((row) => filled(row).length <= 1) ||
    (named === null && body.every((row) => filled(row).every(hasAddress)));
  const best = share.indexOf(Math.max(...share));
  const hasHeading =
    named !== null ||
    (mayHaveHeading && width > 1 && rows.length > 1 && (share[best] ?? 0) > 0);
  if (isList && (named === null || width <= 1))
    return { hasHeading: named !== null, column: null, columns: [] };
  return {
    hasHeading,
    column: named ?? Math.max(0, best),
    columns: Array.from({ length: width }, (_, index) => ({
      index,
      name: nameOf(hasHeading ? first[index] : undefined, index),
    })),
  };
}

/** By a heading that is surer than others, of the columns with addresses if there are any. */
function bestHeading(
  first: readonly string[],
  share: readonly number[],
): number | null {
  const some = share.some((count) => count > 0);
  const ranked = first
    .slice(0, share.length)
    .map((cell, index) => ({
      index,
      rank: headings.indexOf(
        cell
          .toLowerCase()
          .replaceAll(/[^a-zó]/g, "")
          .replaceAll("ó", "o"),
      ),
    }))
    .filter(
      ({ index, rank }) => rank >= 0 && (!some || (share[index] ?? 0) > 0),
    )
    .toSorted((one, other) => one.rank - other.rank);
  return ranked[0]?.index ?? null;
}

function nameOf(heading: string | undefined, index: number): string {
  const name = heading?.trim() ?? "";
  if (name === "") return `Column ${index + 1}`;
  return name.length > longestName ? `${name.slice(0, longestName)}…` : name;
}
