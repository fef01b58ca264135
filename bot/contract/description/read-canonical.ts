import { gatherBlocks, type Look } from "./gather-blocks.ts";
import { linkAddress } from "./link-address.ts";
import type { RichText } from "./rich-text.ts";

const plainLook: Look = {
  bold: false,
  italic: false,
  underline: false,
  href: null,
};

/**
 * Reads what `writeHtml` wrote, in every place and without a parser of HTML. Other HTML is no danger, for nothing of
 * it but its text gets through, and is not understood. Pure.
 */
export function readCanonical(html: string): RichText {
  const tokens = html.match(/<[^<>]*>|[^<]+|</g) ?? [];
  const gathered = gatherBlocks();
  let at = 0;

  function readInside(tag: string, look: Look): void {
    for (;;) {
      const token = tokens[at];
      if (token === undefined) return;
      at++;
      if (token === `</${tag}>`) return;
      readToken(token, look);
    }
  }

  function readToken(token: string, look: Look): void {
    const [, tag = ""] = /^<(\w+)/.exec(token) ?? [];
    const inside = (inner: Look) => () => readInside(tag, inner);
    const asBefore = inside(look);
    switch (tag) {
      case "p":
        return gathered.block("paragraph", asBefore);
      case "h3":
        return gathered.block("heading", asBefore);
      case "ul":
      case "ol":
        return gathered.list(tag === "ol", asBefore);
      case "li":
        return gathered.item(asBefore);
      case "strong":
        return inside({ ...look, bold: true })();
      case "em":
        return inside({ ...look, italic: true })();
      case "u":
        return inside({ ...look, underline: true })();
      case "a":
        return inside({ ...look, href: hrefOf(token) })();
      case "br":
        return gathered.lineBreak();
      default:
        if (!/^<.*>$/s.test(token)) gathered.add(unescapeHtml(token), look);
    }
  }

  readInside("", plainLook);
  return gathered.end();
}

function hrefOf(token: string): string | null {
  const [, href = ""] = / href="([^"]*)"/.exec(token) ?? [];
  return linkAddress(unescapeHtml(href));
}

function unescapeHtml(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}
