import { literally, shortened, typedText } from "./typed-text.ts";

const shownText = (text: string) => {
  const { inlines } = typedText(text) as unknown as {
    inlines: { type: string; text: string }[];
  };
  expect(inlines.map(({ type }) => type)).toEqual(["TextRun"]);
  return inlines[0]?.text;
};

describe("typed text", () => {
  it.each([
    ["markdown", "**Free** [beer](https://evil.example) # 1. `x` _y_ ~~z~~"],
    ["a mention", "<at>Adele Vance</at>"],
    ["markup", '<b>Bold</b> & "quoted" &amp; <script>alert(1)</script>'],
    ["template words", "${title} $data {name}"],
    ["right-to-left writing", "لقاء الغداء مع Adele في الغرفة ٤"],
    ["letters of many parts", "👩‍👩‍👧‍👦 Ünïcödé e\u0301"],
  ])("shows %s letter by letter", (_what, text) => {
    expect(shownText(text)).toBe(text);
  });

  it.each([
    "{{DATE(2026-11-22T17:00:00Z,LONG)}}",
    "{{{DATE(2026-11-22T17:00:00Z)}}}",
    "{{{{TIME(2026-11-22T17:00:00Z)}}}}",
    "{ {{ {{{TIME(2026-11-22T17:00:00Z)",
  ])("breaks up what Teams would replace in %j", (text) => {
    const shown = shownText(text);
    expect(shown).not.toContain("{{");
    // Nobody sees the difference.
    expect(shown?.replaceAll("\u200b", "")).toBe(text);
  });

  it("puts everything on one line", () => {
    expect(shownText("  Lunch\r\n\tand   learn\u00a0\n")).toBe(
      "Lunch and learn",
    );
    expect(literally(" a\n b ")).toBe("a b");
  });

  it("keeps our own words apart from what was typed", () => {
    expect(typedText("the **lab**", { label: "At", weight: "Bolder" })).toEqual(
      {
        type: "RichTextBlock",
        inlines: [
          { type: "TextRun", text: "At ", isSubtle: true },
          { type: "TextRun", text: "the **lab**", weight: "Bolder" },
        ],
      },
    );
  });
});

describe("shortened", () => {
  it.each([
    ["Lunch", 5, "Lunch"],
    ["Lunches", 5, "Lunc…"],
    ["🎉🎉🎉🎉", 3, "🎉🎉…"],
    ["🎉🎉🎉", 3, "🎉🎉🎉"],
    ["", 3, ""],
  ])("cuts %j at %i to %j", (text, length, cut) => {
    expect(shortened(text, length)).toBe(cut);
  });
});
