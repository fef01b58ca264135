import { cardMarkdown } from "./card-markdown.ts";

describe("text in a card", () => {
  it("may be bold, italic, a list or a link", () => {
    expect(cardMarkdown("**a** _b_")).toBe(
      "<p><strong>a</strong> <em>b</em></p>\n",
    );
    expect(cardMarkdown("- a\n- b")).toContain("<li>a</li>");
    expect(cardMarkdown("1. a\n2. b")).toContain("<ol>");
    expect(cardMarkdown("[a](https://example.com)")).toContain(
      '<a href="https://example.com">a</a>',
    );
  });

  it.each([
    ["a heading", "# a"],
    ["code", "`a`"],
    ["a block of code", "```\na\n```"],
    ["a quote", "> a"],
    ["a rule", "a\n\n***"],
    ["a table", "| a |\n| - |\n| b |"],
    ["struck through", "~~a~~"],
  ])("cannot be %s", (_, text) => {
    expect(cardMarkdown(text)).not.toMatch(
      /<(h\d|code|pre|blockquote|hr|table|s)\b/,
    );
  });

  it("holds no image and no HTML", () => {
    expect(cardMarkdown("![a](https://example.com/a.png)")).not.toContain(
      "<img",
    );
    expect(cardMarkdown("<img src=x onerror=alert(1)><b>a</b>")).not.toMatch(
      /<(img|b)\b/,
    );
  });

  it.each(["javascript:alert(1)", "data:text/html,a", "vbscript:a", "/events"])(
    "links to no %s",
    (address) => {
      expect(cardMarkdown(`[a](${address})`)).not.toContain("<a ");
    },
  );

  it("shows what was escaped as it is", () => {
    expect(cardMarkdown("\\*a\\* \\[b\\](c)")).toBe("<p>*a* [b](c)</p>\n");
  });
});
