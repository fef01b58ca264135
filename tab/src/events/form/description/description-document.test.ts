import fc from "fast-check";
import type { Node } from "prosemirror-model";
import { EditorState, TextSelection, type Command } from "prosemirror-state";
import { documentOfHtml, htmlOfDocument } from "./description-document.ts";
import { descriptionSchema as schema } from "./description-schema.ts";
import {
  bulletList,
  indent,
  linkAt,
  orderedList,
  outdent,
  setLink,
  toggleEmphasis,
  toggleHeading,
  toggleList,
} from "./editor-commands.ts";
import { typedLink } from "./typed-link.ts";

/** The editor with everything selected, or the cursor behind `cursorAfter`. */
function stateOf(html: string, cursorAfter?: string): EditorState {
  const doc = documentOfHtml(html);
  let at: number | null = null;
  doc.descendants((node, position) => {
    const index = node.text?.indexOf(cursorAfter ?? "") ?? -1;
    if (cursorAfter !== undefined && index >= 0)
      at ??= position + index + cursorAfter.length;
  });
  const selection =
    at === null
      ? TextSelection.between(doc.resolve(0), doc.resolve(doc.content.size))
      : TextSelection.create(doc, at);
  return EditorState.create({ doc, selection });
}

function after(
  command: Command,
  [html, cursorAfter]: [string, string?],
): string {
  let state = stateOf(html, cursorAfter);
  command(state, (transaction) => {
    state = state.apply(transaction);
  });
  state.doc.check();
  return htmlOfDocument(state.doc);
}

describe("the editor's text", () => {
  it.each([
    "",
    "<p>One <strong>b</strong> <em><u>c</u></em></p><h3>Two</h3><p>a<br>b</p>",
    '<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul><p><a href="https://contoso.com/?a=1&amp;b=2">one <strong>link</strong></a></p>',
  ])("comes and goes as it is stored: %j", (html) => {
    documentOfHtml(html).check();
    expect(htmlOfDocument(documentOfHtml(html))).toBe(html);
  });

  it("is written one way, whatever was typed", () => {
    const text = fc
      .tuple(
        fc.constantFrom("a", " ", "  b", "c ", "<&>", "\u00a0"),
        fc.subarray(["strong", "em", "underline"]),
        fc.boolean(),
      )
      .map(([words, marks, isLink]) =>
        schema.text(words, [
          ...(isLink
            ? [schema.mark("link", { href: "https://contoso.com/" })]
            : []),
          ...marks.map((name) => schema.mark(name)),
        ]),
      );
    const inlines = fc.array(
      fc.oneof(text, fc.constant(schema.node("hard_break"))),
      { maxLength: 5 },
    );
    const paragraph = inlines.map((those) =>
      schema.node("paragraph", null, those),
    );
    const listOf = (depth: number): fc.Arbitrary<Node> => {
      const inner = depth > 0 ? [listOf(depth - 1).map((one) => [one])] : [];
      const item = fc
        .tuple(paragraph, fc.oneof(fc.constant<Node[]>([]), ...inner))
        .map(([first, lists]) =>
          schema.node("list_item", null, [first, ...lists]),
        );
      return fc
        .tuple(
          fc.constantFrom("bullet_list", "ordered_list"),
          fc.array(item, { minLength: 1, maxLength: 2 }),
        )
        .map(([name, items]) => schema.node(name, null, items));
    };
    const block = fc.oneof(
      paragraph,
      inlines.map((those) =>
        schema.node(
          "heading",
          null,
          those.map((one) =>
            one.mark(one.marks.filter(({ type }) => type.name !== "strong")),
          ),
        ),
      ),
      listOf(2),
    );
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), (blocks) => {
        const html = htmlOfDocument(schema.node("doc", null, blocks));
        expect(htmlOfDocument(documentOfHtml(html))).toBe(html);
      }),
    );
  });
});

describe("the editor's commands", () => {
  it.each<[string, Command, [string, string?], string]>([
    [
      "make text bold",
      toggleEmphasis("strong"),
      ["<p>a</p>"],
      "<p><strong>a</strong></p>",
    ],
    [
      "take emphasis away",
      toggleEmphasis("em"),
      ["<p><em>a</em></p>"],
      "<p>a</p>",
    ],
    ["make a heading", toggleHeading, ["<p>a</p>", "a"], "<h3>a</h3>"],
    [
      "make a heading, which is bold anyway",
      toggleHeading,
      ["<p><strong>a</strong></p>", "a"],
      "<h3>a</h3>",
    ],
    ["make a heading text", toggleHeading, ["<h3>a</h3>", "a"], "<p>a</p>"],
    [
      "make a list",
      toggleList(bulletList),
      ["<p>a</p><h3>b</h3><ol><li>c</li></ol>"],
      "<ul><li>a</li><li>b</li><li>c</li></ul>",
    ],
    [
      "make a list of a heading",
      toggleList(orderedList),
      ["<h3>a</h3>", "a"],
      "<ol><li>a</li></ol>",
    ],
    [
      "number a list",
      toggleList(orderedList),
      ["<ul><li>a</li><li>b</li></ul>", "a"],
      "<ol><li>a</li><li>b</li></ol>",
    ],
    [
      "make a list text",
      toggleList(bulletList),
      ["<ul><li>a</li></ul>", "a"],
      "<p>a</p>",
    ],
    [
      "indent",
      indent,
      ["<ul><li>a</li><li>b</li></ul>", "b"],
      "<ul><li>a<ul><li>b</li></ul></li></ul>",
    ],
    [
      "indent less",
      outdent,
      ["<ul><li>a<ul><li>b</li></ul></li></ul>", "b"],
      "<ul><li>a</li><li>b</li></ul>",
    ],
    [
      "link what is selected",
      setLink("https://contoso.com/"),
      ["<p>a</p>"],
      '<p><a href="https://contoso.com/">a</a></p>',
    ],
    [
      "link an address where nothing is selected",
      setLink("https://contoso.com/"),
      ["<p>a b</p>", "a "],
      '<p>a <a href="https://contoso.com/">https://contoso.com/</a>b</p>',
    ],
    [
      "lead the link around the cursor elsewhere, all of it",
      setLink("https://fabrikam.com/"),
      [
        '<p>x <a href="https://contoso.com/">a <strong>b</strong></a> y</p>',
        "a",
      ],
      '<p>x <a href="https://fabrikam.com/">a <strong>b</strong></a> y</p>',
    ],
    [
      "take a link away",
      setLink(null),
      ['<p><a href="https://contoso.com/">ab</a></p>', "a"],
      "<p>ab</p>",
    ],
  ])("%s", (_what, command, given, expected) => {
    expect(after(command, given)).toBe(expected);
  });

  it("tell where a link leads", () => {
    const html = '<p>x<a href="https://contoso.com/">ab</a></p>';
    expect(linkAt(stateOf(html, "a"))).toBe("https://contoso.com/");
    expect(linkAt(stateOf(html))).toBe("https://contoso.com/");
    expect(linkAt(stateOf("<p>ab</p>", "a"))).toBeNull();
  });
});

describe("a typed address of a link", () => {
  it.each([
    ["https://contoso.com/a b", null],
    ["https://contoso.com/a", "https://contoso.com/a"],
    ["contoso.com/erg", "https://contoso.com/erg"],
    ["localhost:3000", null],
    ["contoso.com:8080", "https://contoso.com:8080/"],
    ["ergs@contoso.com", "mailto:ergs@contoso.com"],
    ["tel:+44123", "tel:+44123"],
    ["javascript:alert(1)", null],
    ["", null],
    ["soon", null],
  ])("%j leads to %j", (typed, href) => {
    expect(typedLink(typed)).toBe(href);
  });
});
