import { parseCard } from "../../../../test/harness/parse-card.ts";
import { readHtml } from "../../description/read-html.ts";
import { adaptiveCard } from "./adaptive-card.ts";
import { descriptionElements } from "./description-elements.ts";

const more = "There is more under Details.";
const elements = (html: string) => descriptionElements(readHtml(html), more);

/** The texts that are drawn; whatever the official parser finds fault with fails the test. */
function texts(html: string): string[] {
  const card = adaptiveCard({ fallbackText: "", body: elements(html) });
  const parsed = parseCard(card);
  expect(parsed.warnings).toEqual([]);
  return parsed.texts;
}

describe("a description on a card", () => {
  it("has its paragraphs, headings and lists line by line", () => {
    expect(
      texts(
        "<h3>Agenda</h3><p>One<br>two</p><ul><li>a</li><li>b<ol><li>c</li></ol></li></ul>",
      ),
    ).toEqual(["Agenda", "One", "two", "• a", "• b", "\u20031. c"]);
    expect(elements("")).toEqual([]);
  });

  it("shows how text looks, and the text letter by letter", () => {
    expect(
      elements(
        "<p>**a** <strong>b</strong> <em><u>c</u></em> {{DATE(2030-01-01T00:00:00Z)}}</p>",
      ),
    ).toEqual([
      {
        type: "RichTextBlock",
        inlines: [
          { type: "TextRun", text: "**a** " },
          { type: "TextRun", text: "b", weight: "Bolder" },
          { type: "TextRun", text: " " },
          { type: "TextRun", text: "c", italic: true, underline: true },
          {
            type: "TextRun",
            text: " {\u200b{DATE(2030-01-01T00:00:00Z)}}",
          },
        ],
      },
    ]);
  });

  it("has links, and no other markdown beside them", () => {
    const [line] = texts(
      '<ol><li><strong>1. *a* </strong><a href="https://x.y/(a)?b=*_">[see] <em>here</em></a> &amp;amp; _b_ {{TIME(2030-01-01T00:00:00Z)}}</li></ol>',
    );
    expect(line).toBe(
      "1\\. **1\\. \\*a\\*** [\\[see\\]](https://x.y/%28a%29?b=*_) _[here](https://x.y/%28a%29?b=*_)_ \\&amp; \\_b\\_ \\{\u200b\\{TIME\\(2030\\-01\\-01T00:00:00Z\\)\\}\\}",
    );
  });

  it("is cut where it grows long, and says so", () => {
    const long = texts(`<p>${"a".repeat(399)}👋b</p><p>c</p>`);
    expect(long).toEqual([`${"a".repeat(399)}👋…`, more]);
    expect(texts(`<p>${"a".repeat(400)}</p>`)).toEqual(["a".repeat(400)]);
    expect(texts(`<p>${"a".repeat(400)}</p><p>b</p>`)).toEqual([
      "a".repeat(400),
      more,
    ]);
    expect(texts("<p>a</p>".repeat(8))).toHaveLength(8);
    expect(texts("<p>a</p>".repeat(9)).slice(8)).toEqual([more]);
  });
});
