import type { Block, Inline, List, RichText } from "./rich-text.ts";

/** A description as plain text, for search and wherever there is no markup. Addresses follow their links. Pure. */
export function writePlain(text: RichText): string {
  return text.map(blockText).join("\n\n");
}

function blockText(block: Block): string {
  return block.kind === "list"
    ? listLines(block.list, "").join("\n")
    : inlinesText(block.inlines);
}

function listLines({ ordered, items }: List, indent: string): string[] {
  return items.flatMap(({ inlines, lists }, index) => {
    const mark = ordered ? `${index + 1}.` : "-";
    const inside = `${indent}${" ".repeat(mark.length + 1)}`;
    const [first = "", ...more] = inlinesText(inlines).split("\n");
    return [
      `${indent}${mark} ${first}`.trimEnd(),
      ...more.map((line) => inside + line),
      ...lists.flatMap((list) => listLines(list, inside)),
    ];
  });
}

function inlinesText(inlines: readonly Inline[]): string {
  let text = "";
  let linked = "";
  inlines.forEach((inline, index) => {
    if (inline.kind === "break") {
      text += "\n";
      return;
    }
    text += inline.text;
    if (inline.href === null) return;
    linked += inline.text;
    const next = inlines[index + 1];
    if (next?.kind === "run" && next.href === inline.href) return;
    if (!saysAddress(linked, inline.href)) text += ` (${inline.href})`;
    linked = "";
  });
  return text;
}

/** `contoso.com/erg` says where it leads, and so does `ergs@contoso.com`. */
function saysAddress(text: string, href: string): boolean {
  const bare = (address: string) =>
    address
      .trim()
      .replace(/^(https?:\/\/|mailto:|tel:)/i, "")
      .replace(/\/$/, "")
      .toLowerCase();
  return bare(text) === bare(href);
}
