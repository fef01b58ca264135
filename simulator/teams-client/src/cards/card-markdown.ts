import MarkdownIt from "markdown-it";

/** Where a link in a card may lead; the rest stays plain text. */
const linkSchemes = ["http:", "https:", "mailto:", "tel:"];

/**
 * Teams: Format cards in Teams. Bold, italic, ordered and unordered lists and
 * links are drawn; headings, tables, images, code and quotes are not, and HTML
 * never is.
 */
const markdown = new MarkdownIt("zero", { html: false }).enable([
  "list",
  "emphasis",
  "link",
  "escape",
  "entity",
  "newline",
  "balance_pairs",
  "fragments_join",
]);
markdown.validateLink = (url) =>
  linkSchemes.includes(URL.parse(url)?.protocol ?? "");

/** The text of a card or of a bot's message as HTML that is safe to put into the page. */
export function cardMarkdown(text: string): string {
  return markdown.render(text);
}
