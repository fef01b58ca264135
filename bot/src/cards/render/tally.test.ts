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
      openGroup,
      "38 going · 0 maybe · 4 can’t go · of a list of about 1,200",
    ],
    [
      "a list of whose members nothing is known",
      withList(tally(0, 0, 0, 0)),
      openGroup,
      "0 going · 0 maybe · 0 can’t go · of a list of about 1,200",
    ],
    [
      "people and a list",
      withList(tally(38, 0, 4, 9), { members: 39 }),
      openGroup,
      "38 going · 0 maybe · 4 can’t go · 9 of 12 not answered · of 12 people and a list of about 1,200",
    ],
    [
      "one person and several lists",
      withList(tally(2, 0, 0, 0), { count: 3, about: 1500, members: 1 }),
      openGroup,
      "2 going · 0 maybe · 0 can’t go · 0 of 1 not answered · of 1 person and 3 lists of about 1,500 together",
    ],
    [
      "people and a list that an admin named",
      withList(tally(1, 0, 0, 0), { about: 48_000, name: "All employees" }),
      openGroup,
      "1 going · 0 maybe · 0 can’t go · 0 of 1 not answered · of 1 person and All employees (about 48,000)",
    ],
    [
      "a confidential group with a large list",
      withList(tally(2, 0, 1, 0), { members: 3 }),
      confidentialGroup,
      "2 going · 0 maybe · 1 can’t go · of a list of about 1,200",
    ],
    [
      "a confidential group with a list so small that names are soon guessed",
      withList(tally(1, 0, 1, 1), { about: 2, members: 1 }),
      confidentialGroup,
      "2 answered, of 2 people and a list of about 2",
    ],
  ])("%s", (_what, counts, group, sentence) => {
    expect(guardedTallySentence(counts, group)).toBe(sentence);
  });

  it("have no share in the bar for those of the list who have not answered", () => {
    const [chart] = tallyElements(
      withList(tally(38, 0, 4, 0), { members: 42 }),
      openGroup,
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
      tallyElements(withList(tally(0, 0, 0, 0)), openGroup).map(
        ({ type }) => type,
      ),
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
