import type { Tally } from "../../../contract/answer.ts";
import { tallyElements, tallySentence } from "./tally.ts";

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

describe("the tally in words", () => {
  it.each([
    [tally(0, 0, 0, 0), "0 going · 0 maybe · 0 can’t go · 0 of 0 not answered"],
    [tally(1, 0, 0, 2), "1 going · 0 maybe · 0 can’t go · 2 of 3 not answered"],
    [tally(2, 1, 1, 1), "2 going · 1 maybe · 1 can’t go · 1 of 5 not answered"],
    // Of four people, who is going is soon guessed.
    [{ answered: 3, total: 4 }, "3 of 4 answered"],
  ])("%j: %s", (counts, sentence) => {
    expect(tallySentence(counts)).toBe(sentence);
  });
});

describe("the tally of an event with mailing lists, in words", () => {
  const withList = (
    counts: Tally,
    lists: Partial<NonNullable<Tally["lists"]>> = {},
  ): Tally => ({
    ...counts,
    lists: { count: 1, about: 1200, members: 0, ...lists },
  });

  it.each([
    [
      "a list alone",
      withList(tally(38, 0, 4, 0), { members: 42 }),
      "38 going · 0 maybe · 4 can’t go · of a list of about 1,200",
    ],
    [
      "a list of whose members nothing is known",
      withList(tally(0, 0, 0, 0)),
      "0 going · 0 maybe · 0 can’t go · of a list of about 1,200",
    ],
    [
      "people and a list",
      withList(tally(38, 0, 4, 9), { members: 39 }),
      "38 going · 0 maybe · 4 can’t go · 9 of 12 not answered · of 12 people and a list of about 1,200",
    ],
    [
      "one person and several lists",
      withList(tally(2, 0, 0, 0), { count: 3, about: 1500, members: 1 }),
      "2 going · 0 maybe · 0 can’t go · 0 of 1 not answered · of 1 person and 3 lists of about 1,500 together",
    ],
    [
      "people and a list that an admin named",
      withList(tally(1, 0, 0, 0), { about: 48_000, name: "All employees" }),
      "1 going · 0 maybe · 0 can’t go · 0 of 1 not answered · of 1 person and All employees (about 48,000)",
    ],
    [
      "a list so small that names are soon guessed",
      {
        answered: 2,
        total: 3,
        lists: { count: 1, about: 2, members: 1 },
      },
      "2 answered, of 2 people and a list of about 2",
    ],
  ])("%s", (_what, counts, sentence) => {
    expect(tallySentence(counts)).toBe(sentence);
  });

  it("have no share in the bar for those of the list who have not answered", () => {
    const [chart] = tallyElements(
      withList(tally(38, 0, 4, 0), { members: 42 }),
    );
    expect(chart).toMatchObject({
      data: [
        {
          data: [
            { legend: "Going", value: 38 },
            { legend: "Can’t go", value: 4 },
          ],
        },
      ],
    });
  });

  it("have no bar while nothing is known", () => {
    expect(
      tallyElements(withList(tally(0, 0, 0, 0))).map(({ type }) => type),
    ).toEqual(["TextBlock"]);
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
    const [chart, sentence] = tallyElements(tally(3, 0, 1, 8));
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

  it.each([
    ["nobody is invited", tally(0, 0, 0, 0)],
    ["answers are not told apart", { answered: 3, total: 4 }],
  ])("is left out where %s", (_where, counts) => {
    expect(tallyElements(counts).map(({ type }) => type)).toEqual([
      "TextBlock",
    ]);
  });
});
