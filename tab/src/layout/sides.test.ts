import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";

const folder = join(import.meta.dirname, "..");

/** Left and right as plain style sheets name them: those are as they stand, whichever way the page runs. */
const sides =
  /(margin|padding|border|inset|scroll-margin|scroll-padding)-(left|right)|border-(top|bottom)-(left|right)-radius|^\s*(left|right|float|clear)\s*:|text-align\s*:\s*(left|right)|translate(X|3d)?\(|(margin|padding|inset)\s*:(\s+\S+){4};/;

/** Icons that point along the line. */
const pointing =
  /react-icons\/svg\/\w*-?(chevron|arrow|caret|text)[\w-]*-(left|right|ltr)"/;

describe("pages that run from right to left", () => {
  it("have style sheets that name no left and no right, but where the line before says why", async () => {
    const found = await linesOf(
      "**/*.css",
      (line, before) => sides.test(line) && !before.includes("/*"),
    );
    expect(found.lines).toEqual([]);
    expect(found.files).toBeGreaterThan(10);
  });

  it("have text on a side that Griffel turns: where lines begin and end is read off their words, which are English", async () => {
    const found = await linesOf(
      "**/*.tsx",
      (line, before) =>
        /textAlign: "(start|end)"/.test(line) && !before.includes("//"),
    );
    expect(found.lines).toEqual([]);
  });

  it("have icons that are turned where they point along the line", async () => {
    const using = await linesOf("**/*.tsx", (line) => pointing.test(line));
    expect(using.lines.length).toBeGreaterThan(2);
    for (const line of using.lines) {
      const file = line.slice(0, line.indexOf(":"));
      const text = await readFile(join(folder, file), "utf8");
      expect([file, text.includes("useTurned()")]).toEqual([file, true]);
    }
  });
});

/** The lines that are wanted, each with its file, and how many files there are. */
async function linesOf(
  pattern: string,
  isWanted: (line: string, before: string) => boolean,
): Promise<{ lines: string[]; files: number }> {
  const lines: string[] = [];
  let files = 0;
  for await (const file of glob(pattern, { cwd: folder })) {
    files += 1;
    const all = (await readFile(join(folder, file), "utf8")).split("\n");
    all.forEach((line, index) => {
      if (isWanted(line, all[index - 1] ?? ""))
        lines.push(`${file}:${index + 1}: ${line.trim()}`);
    });
  }
  return { lines, files };
}
