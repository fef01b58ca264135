import { brokenLines } from "./broken-lines.ts";
import type { Inline, Run } from "./rich-text.ts";

/** The one way to write these inlines. */
export function tidyInlines(inlines: readonly Inline[]): Inline[] {
  const lines = brokenLines(inlines).map(tidyLine);
  return joinLines(lines.filter(({ length }) => length > 0));
}

/** The lines that stand together: between two breaks in a row a paragraph ends. */
export function splitAtEmptyLines(inlines: readonly Inline[]): Inline[][] {
  const parts: Run[][][] = [[]];
  for (const line of brokenLines(inlines).map(tidyLine))
    if (line.length === 0) parts.push([]);
    else parts.at(-1)?.push(line);
  return parts.filter(({ length }) => length > 0).map(joinLines);
}

function joinLines(lines: readonly Run[][]): Inline[] {
  return lines.flatMap((line, index) =>
    index === 0 ? line : [{ kind: "break" } as const, ...line],
  );
}

function tidyLine(runs: readonly Run[]): Run[] {
  const tidy: Run[] = [];
  for (const run of runs) {
    const last = tidy.at(-1);
    // What nobody sees, such as the marks that Word leaves behind, is no text. A joiner is: emoji are made with it.
    let text = run.text
      .replaceAll(/[\p{Cc}\u2028\u2029]/gu, " ")
      .replaceAll(/[\u00ad\u200b\u2060\ufeff]/g, "")
      .replaceAll(/[ \u00a0]{2,}/g, " ");
    const follows = last === undefined || /[ \u00a0]$/.test(last.text);
    if (follows) text = text.replace(/^[ \u00a0]+/, "");
    if (text === "") continue;
    if (last && looksAlike(last, run)) last.text += text;
    else tidy.push({ ...run, text });
  }
  return trimEnd(tidy);
}

function trimEnd(runs: Run[]): Run[] {
  const last = runs.at(-1);
  if (!last) return runs;
  last.text = last.text.replace(/[ \u00a0]+$/, "");
  return last.text === "" ? trimEnd(runs.slice(0, -1)) : runs;
}

function looksAlike(one: Run, other: Run): boolean {
  return (
    one.bold === other.bold &&
    one.italic === other.italic &&
    one.underline === other.underline &&
    one.href === other.href
  );
}
