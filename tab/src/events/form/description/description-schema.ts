import { Schema, type MarkSpec, type NodeSpec } from "prosemirror-model";
import { linkAddress } from "../../../../../bot/contract/description/link-address.ts";

const directed = { dir: "auto" };

const nodes: Record<string, NodeSpec> = {
  doc: { content: "block+" },
  paragraph: {
    group: "block",
    content: "inline*",
    parseDOM: [{ tag: "p" }],
    toDOM: () => ["p", directed, 0],
  },
  // Bold by itself.
  heading: {
    group: "block",
    content: "inline*",
    marks: "link em underline",
    defining: true,
    parseDOM: [1, 2, 3, 4, 5, 6].map((rank) => ({ tag: `h${rank}` })),
    toDOM: () => ["h3", directed, 0],
  },
  bullet_list: {
    group: "block list",
    content: "list_item+",
    parseDOM: [{ tag: "ul" }],
    toDOM: () => ["ul", 0],
  },
  ordered_list: {
    group: "block list",
    content: "list_item+",
    parseDOM: [{ tag: "ol" }],
    toDOM: () => ["ol", 0],
  },
  list_item: {
    content: "paragraph list*",
    defining: true,
    parseDOM: [{ tag: "li" }],
    toDOM: () => ["li", 0],
  },
  text: { group: "inline" },
  hard_break: {
    group: "inline",
    inline: true,
    selectable: false,
    parseDOM: [{ tag: "br" }],
    toDOM: () => ["br"],
  },
};

const marks: Record<string, MarkSpec> = {
  link: {
    attrs: { href: { validate: "string" } },
    inclusive: false,
    parseDOM: [
      {
        tag: "a[href]",
        getAttrs: (element) => {
          const href = linkAddress(element.getAttribute("href") ?? "");
          return href === null ? false : { href };
        },
      },
    ],
    toDOM: (mark) => ["a", { href: String(mark.attrs["href"]) }, 0],
  },
  strong: {
    parseDOM: [
      { tag: "strong" },
      // Google Docs wraps everything in such a `b`.
      {
        tag: "b",
        getAttrs: (element) => element.style.fontWeight !== "normal" && null,
      },
      { style: "font-weight=normal", clearMark: isNamed("strong") },
      { style: "font-weight=400", clearMark: isNamed("strong") },
      {
        style: "font-weight",
        getAttrs: (weight) => /^(bold|bolder|[6-9]\d\d)$/.test(weight) && null,
      },
    ],
    toDOM: () => ["strong", 0],
  },
  em: {
    parseDOM: [
      { tag: "i" },
      { tag: "em" },
      { style: "font-style=italic" },
      { style: "font-style=normal", clearMark: isNamed("em") },
    ],
    toDOM: () => ["em", 0],
  },
  underline: {
    parseDOM: [
      { tag: "u" },
      { tag: "ins" },
      {
        style: "text-decoration",
        getAttrs: (value) => value.includes("underline") && null,
      },
    ],
    toDOM: () => ["u", 0],
  },
};

function isNamed(name: string) {
  return (mark: { type: { name: string } }) => mark.type.name === name;
}

/** What the editor of descriptions lets people write: what `RichText` can say. */
export const descriptionSchema = new Schema({ nodes, marks });
