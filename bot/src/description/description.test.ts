import fc from "fast-check";
import { isPlain } from "../../contract/description/rich-text.ts";
import { readCanonical } from "../../contract/description/read-canonical.ts";
import { readHtml } from "./read-html.ts";
import { readPlain } from "../../contract/description/read-plain.ts";
import { htmlOf, settleDescription } from "./settle-description.ts";
import { writeHtml } from "../../contract/description/write-html.ts";
import { writePlain } from "../../contract/description/write-plain.ts";

const canonical = (html: string) => writeHtml(readHtml(html));

describe("a description's HTML", () => {
  it.each([
    ["paragraphs", "<p>One</p><p>Two<br>lines</p>"],
    ["looks", "<p>a <strong>b</strong> <em>c</em> <u>d</u> e</p>"],
    ["looks at once", "<p><strong><em><u>all</u></em></strong></p>"],
    ["a heading", "<h3>Agenda</h3><p>Text</p>"],
    ["lists", "<ul><li>a</li><li>b</li></ul><ol><li>c</li></ol>"],
    [
      "lists in lists",
      "<ul><li>a<ol><li>b<ul><li>c</li></ul></li></ol></li><li>d</li></ul>",
    ],
    [
      "links",
      '<p><a href="https://contoso.com/a?b=1&amp;c=2">one <strong>bold</strong> link</a>, <a href="mailto:ergs@contoso.com">mail</a></p>',
    ],
    ["signs of HTML as text", "<p>1 &lt; 2 &amp;amp; &quot;x&quot; &gt; y</p>"],
    ["right-to-left writing and emoji", "<p>غداء 👩‍👩‍👧 عشاء</p>"],
  ])("keeps %s as they are", (_what, html) => {
    expect(canonical(html)).toBe(html);
  });

  it.each([
    [
      "other names of the same",
      "<p><b>a</b><i>b</i><ins>c</ins></p>",
      "<p><strong>a</strong><em>b</em><u>c</u></p>",
    ],
    [
      "looks in another order",
      "<p><u><b>a</b></u></p>",
      "<p><strong><u>a</u></strong></p>",
    ],
    [
      "neighbours that look alike",
      "<p><b>a</b><b>b</b></p>",
      "<p><strong>ab</strong></p>",
    ],
    [
      "looks by style",
      '<p><span style="font-weight:700">a</span><span style="font-style: italic; text-decoration: underline">b</span></p>',
      "<p><strong>a</strong><em><u>b</u></em></p>",
    ],
    [
      "looks taken back",
      '<b style="font-weight:normal"><p>a</p></b>',
      "<p>a</p>",
    ],
    [
      "text without a paragraph",
      "Hello<div>World</div>",
      "<p>Hello</p><p>World</p>",
    ],
    [
      "empty lines",
      "<p>a<br><br>b</p><p>&nbsp;</p><p></p>",
      "<p>a</p><p>b</p>",
    ],
    ["spaces", "<p>  a \n b&nbsp; c<br> d </p>", "<p>a b c<br>d</p>"],
    [
      "headings of other ranks, bold besides",
      "<h1><b>a</b></h1><h6>b</h6>",
      "<h3>a</h3><h3>b</h3>",
    ],
    [
      "paragraphs in list items",
      "<ul><li><p>a</p><p>b</p></li><li> </li></ul>",
      "<ul><li>a<br>b</li></ul>",
    ],
    [
      "a list directly in a list",
      "<ul><li>a</li><ul><li>b</li></ul></ul>",
      "<ul><li>a</li><li><ul><li>b</li></ul></li></ul>",
    ],
    ["items without a list", "<li>a</li>", "<p>a</p>"],
    [
      "tables",
      "<table><tr><td>a</td><td>b</td></tr></table>",
      "<p>a</p><p>b</p>",
    ],
    [
      "addresses of links",
      '<p><a href=" HTTPS://Contoso.com/ü ">a</a></p>',
      '<p><a href="https://contoso.com/%C3%BC">a</a></p>',
    ],
    [
      "underlined links",
      '<p><u><a href="https://contoso.com/">a</a></u></p>',
      '<p><a href="https://contoso.com/">a</a></p>',
    ],
  ])("writes %s one way", (_what, html, written) => {
    expect(canonical(html)).toBe(written);
    expect(canonical(written)).toBe(written);
  });

  it.each([
    ["scripts", "<p>a<script>alert(1)</script></p>"],
    [
      "styles",
      "<style>p{}</style><p style='color:red' class=x onclick=y>a</p>",
    ],
    ["links that run something", '<p><a href="javascript:alert(1)">a</a></p>'],
    [
      "links that hide what they run",
      '<p><a href="java\nscript:alert(1)" onmouseover=x>a</a></p>',
    ],
    ["data", '<p><a href="data:text/html,x">a</a></p>'],
    ["pictures", "<p><img src=x onerror=alert(1)>a</p>"],
    ["frames", '<iframe src="https://evil.example">x</iframe><p>a</p>'],
    ["drawings", "<svg><text>x</text></svg><math><mi>x</mi></math><p>a</p>"],
    [
      "forms",
      "<form action=x><p>a</p><input value=x><textarea>x</textarea></form>",
    ],
    ["comments", "<!-- x --><p>a<!--[if mso]>x<![endif]--></p>"],
    ["templates", "<template><p>x</p></template><p>a</p>"],
  ])("has no %s", (_what, html) => {
    expect(canonical(html)).toMatch(/^<p>a<\/p>$/);
  });

  it("is what it was made of, however often it is read", () => {
    const piece = fc.constantFrom(
      ..."<p> </p> <b> </b> <i> </i> <u> <a href='https://x.y/?a&b'> </a> <ul> </ul> <ol> <li> </li> <h2> </h2> <br> &nbsp; &lt;b&gt; <table><td> <div> </div> <script> a b \u200b \n".split(
        / (?!<\/?>)/,
      ),
      " ",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const once = canonical(pieces.join(""));
        expect(canonical(once)).toBe(once);
        // What needs no parser reads the same.
        expect(readCanonical(once)).toEqual(readHtml(once));
        expect(once).toMatch(
          /^(<\/?(p|h3|ul|ol|li|strong|em|u|a)>|<a href="[^"<>]*">|<br>|[^<>])*$/,
        );
      }),
    );
  });

  it("is read however deep it is", () => {
    const deep = `<p>a</p>${"<div><ul><li>".repeat(2000)}x`;
    expect(canonical(deep)).toMatch(/^<p>a<\/p>/);
    expect(canonical("<ul><li>x".repeat(9)).match(/<ul>/g)).toHaveLength(6);
  });
});

describe("a description's plain text", () => {
  it("says what the HTML says", () => {
    expect(
      writePlain(
        readHtml(
          '<h3>Agenda</h3><p>Bring <b>food</b><br>or not</p><ul><li>one<ol><li>two</li><li>three</li></ol></li><li>four</li></ul><p>See <a href="https://contoso.com/erg">our <b>page</b></a>, <a href="https://contoso.com/">contoso.com</a> or <a href="mailto:ergs@contoso.com">ergs@contoso.com</a>.</p>',
        ),
      ),
    ).toBe(
      [
        "Agenda",
        "Bring food\nor not",
        "- one\n  1. two\n  2. three\n- four",
        "See our page (https://contoso.com/erg), contoso.com or ergs@contoso.com.",
      ].join("\n\n"),
    );
  });

  it("makes the paragraphs that it has always made", () => {
    expect(
      writeHtml(readPlain("Bring <b>food</b>\nor not\n\n \r\n\r\n  Bye  ")),
    ).toBe("<p>Bring &lt;b&gt;food&lt;/b&gt;<br>or not</p><p>Bye</p>");
  });

  it("says all of a description that has only paragraphs, and comes back as the same", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("a", " ", "\n", "\n\n", "<", "&", "- b"), {
          maxLength: 20,
        }),
        (pieces) => {
          const text = readPlain(pieces.join(""));
          expect(isPlain(text)).toBe(true);
          expect(readPlain(writePlain(text))).toEqual(text);
          expect(readHtml(writeHtml(text))).toEqual(text);
        },
      ),
    );
  });
});

describe("what is stored of a description", () => {
  it("is plain text where that says all", () => {
    expect(
      settleDescription({
        description: "left behind by an editor",
        descriptionHtml: "<p>Bring food.</p><p>Bye</p>",
      }),
    ).toEqual({ description: "Bring food.\n\nBye", descriptionHtml: null });
    expect(settleDescription({ description: " as it was\n\n\n\n" })).toEqual({
      description: " as it was\n\n\n\n",
      descriptionHtml: null,
    });
  });

  it("is HTML besides where there is more to it", () => {
    expect(
      settleDescription({ description: "", descriptionHtml: "<b>Food</b>" }),
    ).toEqual({
      description: "Food",
      descriptionHtml: "<p><strong>Food</strong></p>",
    });
  });

  it("has an end", () => {
    const descriptionHtml = `<b>${"a".repeat(8001)}</b>`;
    expect(() =>
      settleDescription({ description: "", descriptionHtml }),
    ).toThrow("Keep the description within 8,000 characters.");
  });

  it("is shown as HTML either way", () => {
    expect(htmlOf({ description: "a\nb", descriptionHtml: null })).toBe(
      "<p>a<br>b</p>",
    );
    expect(htmlOf({ description: "a", descriptionHtml: "<h3>a</h3>" })).toBe(
      "<h3>a</h3>",
    );
  });
});
