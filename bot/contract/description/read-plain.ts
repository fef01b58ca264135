import { plainRun, type RichText } from "./rich-text.ts";
import { splitAtEmptyLines } from "./tidy-inlines.ts";

/** Plain text as a description: empty lines separate paragraphs. Pure. */
export function readPlain(text: string): RichText {
  const inlines = text
    .split(/\r\n|\r|\n/)
    .flatMap((line, index) => [
      ...(index === 0 ? [] : [{ kind: "break" } as const]),
      plainRun(line),
    ]);
  return splitAtEmptyLines(inlines).map((lines) => ({
    kind: "paragraph",
    inlines: lines,
  }));
}
