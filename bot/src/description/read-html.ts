import {
  defaultTreeAdapter as tree,
  parseFragment,
  type DefaultTreeAdapterTypes,
} from "parse5";
import {
  gatherBlocks,
  type GatheredBlocks,
  type Look,
} from "../../contract/description/gather-blocks.ts";
import { linkAddress } from "../../contract/description/link-address.ts";
import type { RichText } from "../../contract/description/rich-text.ts";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Elements whose content is no text of the description. */
const leftOut = new Set(
  "script style head title template noscript iframe object embed svg math textarea select audio video canvas".split(
    " ",
  ),
);

/** Elements that begin a line of their own. */
const blocks = new Set(
  "p div h1 h2 h3 h4 h5 h6 ul ol li table tbody thead tfoot tr td th section article header footer main aside nav address blockquote pre dl dt dd figure figcaption form fieldset hr center".split(
    " ",
  ),
);

/** Deeper than anything that somebody writes; what lies deeper is left out. */
const deepest = 200;

/**
 * Reads HTML as a description: what {@link RichText} can say stays, everything else leaves its text behind or goes.
 * The result is made anew from what was read, so nothing of the HTML itself gets through. Pure.
 */
export function readHtml(html: string): RichText {
  const reader = gatherBlocks();
  readNodes(parseFragment(html).childNodes, {
    reader,
    look: { bold: false, italic: false, underline: false, href: null },
    depth: 0,
  });
  return reader.end();
}

interface At {
  reader: GatheredBlocks;
  look: Look;
  depth: number;
}

function readNodes(nodes: readonly Node[], at: At): void {
  if (at.depth > deepest) return;
  for (const node of nodes)
    if (tree.isTextNode(node)) at.reader.add(node.value, at.look);
    else if (tree.isElementNode(node)) readElement(node, at);
}

function readElement(element: Element, at: At): void {
  const { reader } = at;
  const { tagName } = element;
  // Word writes a list's bullets as text, and marks them so.
  if (leftOut.has(tagName) || /mso-list:\s*ignore/i.test(styleOf(element)))
    return;
  const inside = {
    ...at,
    look: lookOf(element, at.look),
    depth: at.depth + 1,
  };
  const readInside = () => readNodes(element.childNodes, inside);
  if (tagName === "br") reader.lineBreak();
  else if (tagName === "ul" || tagName === "ol")
    reader.list(tagName === "ol", readInside);
  else if (tagName === "li") reader.item(readInside);
  else if (/^h[1-6]$/.test(tagName)) reader.block("heading", readInside);
  else if (blocks.has(tagName)) reader.block("paragraph", readInside);
  else readInside();
}

function styleOf(element: Element): string {
  return element.attrs.find(({ name }) => name === "style")?.value ?? "";
}

function lookOf(element: Element, around: Look): Look {
  const { tagName } = element;
  const style = styleOf(element);
  const weight = /font-weight:\s*(\w+)/i.exec(style)?.[1];
  const slant = /font-style:\s*(\w+)/i.exec(style)?.[1];
  const look = { ...around };
  if (tagName === "b" || tagName === "strong") look.bold = true;
  if (tagName === "i" || tagName === "em") look.italic = true;
  if (tagName === "u" || tagName === "ins") look.underline = true;
  if (weight !== undefined)
    look.bold = /^(bold|bolder|[6-9]\d\d)$/i.test(weight);
  if (slant !== undefined) look.italic = /^(italic|oblique)$/i.test(slant);
  if (/text-decoration(-line)?:[^;]*underline/i.test(style))
    look.underline = true;
  if (tagName === "a") {
    const href = element.attrs.find(({ name }) => name === "href")?.value;
    look.href = linkAddress(href ?? "");
    // Links are underlined anyway.
    if (look.href !== null) look.underline = false;
  } else if (look.href !== null) look.underline = false;
  return look;
}
