/** Signs that part the columns of a table, the surest first: a comma may stand in a name, too. */
const delimiters = ["\t", ";", ","] as const;
export type Delimiter = (typeof delimiters)[number];

const sampledLines = 50;
const sampledLength = 64 * 1024;

/** What parts the columns: the first sign that stands outside of quotes on most lines. Pure. */
export function findDelimiter(text: string): Delimiter {
  const lines = text
    .slice(0, sampledLength)
    .replaceAll(/"[^"]*"/g, '""')
    .split("\n", sampledLines)
    .filter((line) => line.trim() !== "");
  return (
    delimiters.find(
      (delimiter) =>
        lines.filter((line) => line.includes(delimiter)).length >
        lines.length / 2,
    ) ?? ","
  );
}

/** Excel lets a file say it itself, in its first line: `sep=;`. */
export function namedDelimiter(text: string): Delimiter | null {
  const named = /^sep=(.)\n/i.exec(text)?.[1];
  return delimiters.find((delimiter) => delimiter === named) ?? null;
}

/** Whether people are written as mail programs write them, with quotes around the name: no table has that. */
export function isMailList(text: string): boolean {
  return /(?:^|[,;\t\n])[ ]*"[^"\n]*"\s*<[^<>@\n]*@[^<>@\n]*>/.test(
    text.slice(0, sampledLength),
  );
}
