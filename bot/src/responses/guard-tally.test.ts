import type { Tally } from "../../contract/answer.ts";
import { guardTally, isBrokenDown, notAnswered } from "./guard-tally.ts";

const tally = (
  [accepted, tentative, declined, none]: [number, number, number, number],
  lists?: Tally["lists"],
): Tally => ({
  accepted,
  tentative,
  declined,
  none,
  total: accepted + tentative + declined + none,
  ...(lists && { lists }),
});
const list = (about: number, members: number) => ({ count: 1, about, members });

describe("answers are told apart", () => {
  it.each([
    ["of five people, whoever has answered", tally([1, 0, 0, 4])],
    ["of a list that reaches enough", tally([1, 0, 0, 0], list(4, 0))],
    ["before anybody is asked who answers", tally([0, 0, 0, 5])],
  ])("%s", (_when, counts) => {
    expect(
      guardTally(counts, { confidential: false, smallestBreakdown: 5 }),
    ).toBe(counts);
  });

  it.each([
    ["five of a confidential group have answered", tally([4, 0, 1, 20])],
    ["members of its list have", tally([3, 1, 1, 0], list(1200, 5))],
  ])("once %s", (_when, counts) => {
    expect(
      guardTally(counts, { confidential: true, smallestBreakdown: 5 }),
    ).toBe(counts);
  });
});

describe("answers are not told apart", () => {
  it.each([
    ["of four people, though all have answered", tally([2, 1, 1, 0]), false],
    [
      "of a list of three and one of its members",
      tally([1, 0, 0, 0], list(3, 1)),
      false,
    ],
    ["of four answers in a confidential group", tally([4, 0, 0, 40]), true],
    ["of its first answer", tally([0, 0, 1, 99]), true],
  ])("%s", (_when, counts, confidential) => {
    const shown = guardTally(counts, { confidential, smallestBreakdown: 5 });
    expect(shown).toEqual({
      answered: counts.total - counts.none,
      total: counts.total,
      ...(counts.lists && { lists: counts.lists }),
    });
    expect(isBrokenDown(shown)).toBe(false);
    expect(notAnswered(shown)).toBe(counts.none);
  });

  it("below the number that the organization chose", () => {
    const counts = tally([3, 3, 3, 0]);
    const of = (smallestBreakdown: number) =>
      isBrokenDown(
        guardTally(counts, { confidential: false, smallestBreakdown }),
      );
    expect([9, 10].map(of)).toEqual([true, false]);
    expect(
      isBrokenDown(
        guardTally(tally([1, 0, 0, 0]), {
          confidential: true,
          smallestBreakdown: 1,
        }),
      ),
    ).toBe(true);
  });
});
