import type { Block, Inline, List, RichText, Run } from "./rich-text.ts";

/** The canonical HTML of a description: what is stored, sent to Outlook and given to the tab. Pure. */
export function writeHtml(text: RichText): string {
  return text.map(blockHtml).join("");
}

function blockHtml(block: Block): string {
  if (block.kind === "list") return listHtml(block.list);
  const tag = block.kind === "heading" ? "h3" : "p";
  return `<${tag}>${inlinesHtml(block.inlines)}</${tag}>`;
}

function listHtml({ ordered, items }: List): string {
  const tag = ordered ? "ol" : "ul";
  const inside = items.map(
    ({ inlines, lists }) =>
      `<li>${inlinesHtml(inlines)}${lists.map(listHtml).join("")}</li>`,
  );
  return `<${tag}>${inside.join("")}</${tag}>`;
}

function inlinesHtml(inlines: readonly Inline[]): string {
  let html = "";
  let openHref: string | null = null;
  for (const inline of inlines) {
    const href = inline.kind === "break" ? null : inline.href;
    if (href !== openHref) {
      if (openHref !== null) html += "</a>";
      if (href !== null) html += `<a href="${escapeHtml(href)}">`;
      openHref = href;
    }
    html += inline.kind === "break" ? "<br>" : runHtml(inline);
  }
  return openHref === null ? html : `${html}</a>`;
}

function runHtml({ text, bold, italic, underline }: Run): string {
  let html = escapeHtml(text);
  if (underline) html = `<u>${html}</u>`;
  if (italic) html = `<em>${html}</em>`;
  return bold ? `<strong>${html}</strong>` : html;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
