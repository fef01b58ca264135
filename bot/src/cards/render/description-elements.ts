import { brokenLines } from "../../../contract/description/broken-lines.ts";
import type {
  Block,
  List,
  RichText,
  Run,
} from "../../../contract/description/rich-text.ts";
import { ownText, type CardElement } from "./adaptive-card.ts";
import { literally } from "./typed-text.ts";

/** As much of a description as a card shows: characters and lines. The rest is a click away. */
const longestText = 400;
const mostLines = 8;

/** What stands on a line of its own. */
interface Line {
  runs: readonly Run[];
  /** Before an item of a list: its bullet or number. */
  mark: string;
  isHeading: boolean;
  /** Belongs to the line before it. */
  isNear: boolean;
}

/**
 * The beginning of a description. Text is shown letter by letter as all typed text is, in TextRuns; only lines with a
 * link are markdown, because Teams draws links of TextRuns unreliably (AdaptiveCards issues: TextRun with selectAction).
 *
 * @param more what is said when not all is shown, such as where the rest is
 */
export function descriptionElements(
  text: RichText,
  more: string,
): CardElement[] {
  const lines = text.flatMap(linesOf);
  const shown: Line[] = [];
  let left = longestText;
  for (const line of lines.slice(0, mostLines)) {
    if (left <= 0) break;
    const runs = cutRuns(line.runs, left);
    shown.push({ ...line, runs });
    left -= lengthOf(line.runs);
  }
  const isWhole = shown.length === lines.length && left >= 0;
  return [
    ...shown.map(lineElement),
    ...(isWhole ? [] : [ownText(more, { isSubtle: true, spacing: "Small" })]),
  ];
}

function linesOf(block: Block): Line[] {
  if (block.kind === "list") return itemLines(block.list, "");
  const isHeading = block.kind === "heading";
  return brokenLines(block.inlines).map((runs, index) => ({
    runs,
    mark: "",
    isHeading,
    isNear: index > 0,
  }));
}

function itemLines({ ordered, items }: List, indent: string): Line[] {
  return items.flatMap(({ inlines, lists }, index) => {
    const mark = `${indent}${ordered ? `${index + 1}.` : "•"} `;
    // Spaces at the beginning of a line are not shown, but these are.
    const inside = `${indent}\u2003`;
    return [
      ...brokenLines(inlines).map((runs, line) => ({
        runs,
        mark: line === 0 ? mark : inside,
        isHeading: false,
        isNear: index > 0 || line > 0 || indent !== "",
      })),
      ...lists.flatMap((list) => itemLines(list, inside)),
    ];
  });
}

/** In characters as people count them, or nearly so. */
function lengthOf(runs: readonly Run[]): number {
  return runs.reduce((sum, { text }) => sum + [...text].length, 0);
}

function cutRuns(runs: readonly Run[], longest: number): Run[] {
  let left = longest;
  return runs.flatMap((run) => {
    const characters = [...run.text];
    if (left <= 0) return [];
    const text =
      characters.length <= left
        ? run.text
        : `${characters.slice(0, left).join("").trimEnd()}…`;
    left -= characters.length;
    return [{ ...run, text }];
  });
}

function lineElement(line: Line): CardElement {
  const hasLink = line.runs.some(({ href }) => href !== null);
  return {
    ...(hasLink ? asMarkdown(line) : asRuns(line)),
    ...(line.isNear && { spacing: "None" }),
  };
}

function asRuns({ runs, mark, isHeading }: Line): CardElement {
  return {
    type: "RichTextBlock",
    inlines: [
      ...(mark === "" ? [] : [{ type: "TextRun", text: mark }]),
      ...runs.map(({ text, bold, italic, underline }) => ({
        type: "TextRun",
        text: unbroken(text),
        ...((bold || isHeading) && { weight: "Bolder" }),
        ...(italic && { italic: true }),
        ...(underline && { underline: true }),
      })),
    ],
  };
}

/** `literally`, but for spaces at the ends. */
function unbroken(text: string): string {
  const [start = ""] = /^\s/.exec(text) ?? [];
  const [end = ""] = /\s$/.exec(text) ?? [];
  return text.trim() === "" ? " " : `${start}${literally(text)}${end}`;
}

function asMarkdown({ runs, mark, isHeading }: Line): CardElement {
  // A number whose dot is no markdown begins no list.
  const text = mark.replace(".", "\\.") + runs.map(runMarkdown).join("");
  return ownText(text, isHeading ? { weight: "Bolder" } : {});
}

/** Emphasis may not begin or end with a space, which therefore stands outside. */
function runMarkdown({ text, bold, italic, href }: Run): string {
  const [, before = "", inner = "", after = ""] =
    /^(\s*)(.*?)(\s*)$/s.exec(unbroken(text)) ?? [];
  if (inner === "") return before;
  let marked = escapeMarkdown(inner);
  if (href !== null) marked = `[${marked}](${addressInMarkdown(href)})`;
  if (italic) marked = `_${marked}_`;
  if (bold) marked = `**${marked}**`;
  return `${before}${marked}${after}`;
}

/** Every sign that could mean something in markdown, and `&` that could begin an entity. */
function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_[\](){}#+\-.!~<>|&]/g, "\\$&");
}

function addressInMarkdown(href: string): string {
  return href
    .replaceAll("(", "%28")
    .replaceAll(")", "%29")
    .replaceAll("\\", "%5C")
    .replaceAll(/\{(?=\{)/g, "%7B");
}
