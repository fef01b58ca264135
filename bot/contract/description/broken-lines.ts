import type { Inline, Run } from "./rich-text.ts";

/** What stands between breaks, line by line. Pure. */
export function brokenLines(inlines: readonly Inline[]): Run[][] {
  const lines: Run[][] = [[]];
  for (const inline of inlines)
    if (inline.kind === "break") lines.push([]);
    else lines.at(-1)?.push(inline);
  return lines;
}
