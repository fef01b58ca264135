import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

const root = join(import.meta.dirname, "../..");
const pages = [
  "README.md",
  ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => join("docs", name)),
];
const { scripts } = JSON.parse(
  readFileSync(join(root, "package.json"), "utf8"),
) as { scripts: Record<string, string> };

/** The anchors that a page's headings get where it is shown: lower case, without signs, hyphens for spaces. */
function anchorsOf(page: string): string[] {
  const headings = readFileSync(join(root, page), "utf8").matchAll(
    /^#+ (.+)$/gm,
  );
  return [...headings].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

describe.each(pages)("%s", (page) => {
  const text = readFileSync(join(root, page), "utf8");

  it("links to files that exist", () => {
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)]
      .map(([, target = ""]) => target)
      .filter((target) => !existsSync(join(root, dirname(page), target)));
    expect(links).toEqual([]);
  });

  it("links to headings that exist", () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]*)#([^)]+)\)/g)]
      .map(([, target = "", anchor = ""]) => ({
        target: target === "" ? page : join(dirname(page), target),
        anchor,
      }))
      .filter(({ target, anchor }) => !anchorsOf(target).includes(anchor));
    expect(links).toEqual([]);
  });

  it("names files of this repository that exist", () => {
    const named = [
      ...text.matchAll(
        /`((?:bot|tab|simulator|scripts|test|bench|docs|appPackage|infra|env)\/[\w./-]+\.(?:ts|tsx|mjs|md|json|bicep|ps1|sh))`/g,
      ),
    ].map(([, path = ""]) => path);
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it("shows npm commands that exist", () => {
    const commands = [
      ...text.matchAll(
        /\bnpm (?:run ([\w-]+)\b(?! --workspace)|(start|test)\b)/g,
      ),
    ].map(([, run, short]) => run ?? short ?? "");
    expect(commands.filter((name) => !(name in scripts))).toEqual([]);
  });
});
