import type { Tally } from "../../../contract/answer.ts";
import { guardedTallySentence, tallyElements } from "./tally.ts";

const tally = (
  accepted: number,
  tentative: number,
  declined: number,
  none: number,
): Tally => ({
  accepted,
  tentative,
  declined,
  none,
  total: accepted + tentative + declined + none,
});
const openGroup = { confidential: false };
const confidentialGroup = { confidential: true };

describe("the tally in words", () => {
  it.each([
    [
      tally(0, 0, 0, 0),
      openGroup,
      "0 going · 0 maybe · 0 can’t go · 0 of 0 not answered",
    ],
    [
      tally(1, 0, 0, 2),
      openGroup,
      "1 going · 0 maybe · 0 can’t go · 2 of 3 not answered",
    ],
    [
      tally(2, 1, 1, 1),
      confidentialGroup,
      "2 going · 1 maybe · 1 can’t go · 1 of 5 not answered",
    ],
    // Of four people, who is going is soon guessed.
    [tally(2, 1, 0, 1), confidentialGroup, "3 of 4 answered"],
    [tally(0, 0, 0, 1), confidentialGroup, "0 of 1 answered"],
  ])("%j of a group that is %j: %s", (counts, group, sentence) => {
    expect(guardedTallySentence(counts, group)).toBe(sentence);
  });
});

describe("the tally as a bar", () => {
  it("has a share for every answer that was given, drawn and as a chart", () => {
    const column = (width: number, style: string) => ({
      type: "Column",
      width,
      style,
      spacing: "None",
      minHeight: "12px",
      items: [],
    });
    const [chart, sentence] = tallyElements(tally(3, 0, 1, 8), openGroup);
    expect(chart).toEqual({
      type: "Chart.HorizontalBar.Stacked",
      title: "Answers",
      data: [
        {
          title: "Answers",
          data: [
            { legend: "Going", value: 3, color: "good" },
            { legend: "Can’t go", value: 1, color: "attention" },
            { legend: "Not answered", value: 8, color: "neutral" },
          ],
        },
      ],
      fallback: {
        type: "ColumnSet",
        spacing: "Medium",
        columns: [
          column(3, "good"),
          column(1, "attention"),
          column(8, "emphasis"),
        ],
      },
    });
    expect(sentence).toMatchObject({
      type: "TextBlock",
      spacing: "Small",
      text: "3 going · 0 maybe · 1 can’t go · 8 of 12 not answered",
    });
  });

  it("is there from five people on in a confidential group", () => {
    expect(
      tallyElements(tally(2, 1, 1, 1), confidentialGroup).map(
        ({ type }) => type,
      ),
    ).toEqual(["Chart.HorizontalBar.Stacked", "TextBlock"]);
  });

  it.each([
    ["nobody is invited", tally(0, 0, 0, 0), openGroup],
    ["few are, of a confidential group", tally(1, 1, 1, 1), confidentialGroup],
  ])("is left out where %s", (_where, counts, group) => {
    expect(tallyElements(counts, group).map(({ type }) => type)).toEqual([
      "TextBlock",
    ]);
  });
});
