import type { Mark, Node } from "prosemirror-model";
import {
  gatherBlocks,
  type GatheredBlocks,
  type Look,
} from "../../../../../bot/contract/description/gather-blocks.ts";
import { readCanonical } from "../../../../../bot/contract/description/read-canonical.ts";
import type {
  Block,
  Inline,
  List,
  Run,
} from "../../../../../bot/contract/description/rich-text.ts";
import { writeHtml } from "../../../../../bot/contract/description/write-html.ts";
import { descriptionSchema as schema } from "./description-schema.ts";

/** The canonical HTML of what the editor holds. Pure. */
export function htmlOfDocument(document: Node): string {
  const gathered = gatherBlocks();
  gatherNode(document, gathered);
  return writeHtml(gathered.end());
}

function gatherNode(node: Node, gathered: GatheredBlocks): void {
  const inside = () => {
    node.forEach((child) => gatherNode(child, gathered));
  };
  switch (node.type.name) {
    case "paragraph":
      return gathered.block("paragraph", inside);
    case "heading":
      return gathered.block("heading", inside);
    case "bullet_list":
    case "ordered_list":
      return gathered.list(node.type.name === "ordered_list", inside);
    case "list_item":
      return gathered.item(inside);
    case "hard_break":
      return gathered.lineBreak();
    case "text":
      return gathered.add(node.text ?? "", lookOf(node.marks));
    default:
      return inside();
  }
}

function lookOf(marks: readonly Mark[]): Look {
  const has = (name: string) => marks.some(({ type }) => type.name === name);
  const link = marks.find(({ type }) => type.name === "link");
  return {
    bold: has("strong"),
    italic: has("em"),
    // Links are underlined anyway.
    underline: has("underline") && !link,
    href: link ? String(link.attrs["href"]) : null,
  };
}

/** What the editor holds for canonical HTML. Pure. */
export function documentOfHtml(html: string): Node {
  const blocks = readCanonical(html).map(blockNode);
  return schema.node(
    "doc",
    null,
    blocks.length > 0 ? blocks : [schema.node("paragraph")],
  );
}

function blockNode(block: Block): Node {
  if (block.kind === "list") return listNode(block.list);
  return schema.node(block.kind, null, inlineNodes(block.inlines));
}

function listNode({ ordered, items }: List): Node {
  return schema.node(
    ordered ? "ordered_list" : "bullet_list",
    null,
    items.map(({ inlines, lists }) =>
      schema.node("list_item", null, [
        schema.node("paragraph", null, inlineNodes(inlines)),
        ...lists.map(listNode),
      ]),
    ),
  );
}

function inlineNodes(inlines: readonly Inline[]): Node[] {
  return inlines.map((inline) =>
    inline.kind === "break"
      ? schema.node("hard_break")
      : schema.text(inline.text, marksOf(inline)),
  );
}

function marksOf({ bold, italic, underline, href }: Run): Mark[] {
  return [
    ...(href === null ? [] : [schema.mark("link", { href })]),
    ...(bold ? [schema.mark("strong")] : []),
    ...(italic ? [schema.mark("em")] : []),
    ...(underline ? [schema.mark("underline")] : []),
  ];
}
