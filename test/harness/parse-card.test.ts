import { parseCard } from "./parse-card.ts";

const card = (body: unknown[], more: object = {}) => ({
  type: "AdaptiveCard",
  version: "1.5",
  body,
  ...more,
});

describe("the parser of cards for tests", () => {
  it("reads texts and buttons in reading order", () => {
    const parsed = parseCard(
      card(
        [
          { type: "TextBlock", text: "One" },
          {
            type: "RichTextBlock",
            inlines: ["Two ", { type: "TextRun", text: "three" }],
          },
          {
            type: "ColumnSet",
            columns: [
              { type: "Column", items: [{ type: "TextBlock", text: "Four" }] },
            ],
          },
          {
            type: "Chart.HorizontalBar.Stacked",
            data: [],
            fallback: { type: "TextBlock", text: "Five" },
          },
          {
            type: "ActionSet",
            actions: [{ type: "Action.Execute", title: "Go", verb: "go" }],
          },
        ],
        {
          actions: [
            { type: "Action.OpenUrl", title: "Open", url: "https://x.example" },
          ],
        },
      ),
    );
    expect(parsed).toEqual({
      texts: ["One", "Two three", "Four", "Five"],
      actions: ["Go", "Open"],
      warnings: [],
    });
  });

  it.each([
    ["an unknown element", card([{ type: "Chart.Nonsense" }])],
    [
      "an extension without fallback",
      card([{ type: "Chart.HorizontalBar.Stacked" }]),
    ],
    [
      "a wrong element in a fallback",
      card([
        {
          type: "Chart.HorizontalBar.Stacked",
          fallback: { type: "Nonsense" },
        },
      ]),
    ],
    ["an unknown button", card([], { actions: [{ type: "Action.Nonsense" }] })],
    ["a wrong value", card([{ type: "TextBlock", text: "x", size: "Vast" }])],
    ["a version that Teams does not draw", { ...card([]), version: "1.9" }],
  ])("warns of %s", (_what, json) => {
    expect(parseCard(json).warnings).not.toEqual([]);
  });
});
