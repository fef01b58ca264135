import { tallyAfter, tallySentence } from "./answer-words.ts";

const tally = { accepted: 2, tentative: 1, declined: 0, none: 9, total: 12 };

describe("the tally", () => {
  it("is a sentence with each answer and the sum", () => {
    expect(tallySentence(tally)).toBe(
      "2 going, 1 maybe, 0 can't go, 9 not answered, of 12",
    );
  });

  it("moves one person when an answer changes", () => {
    const after = tallyAfter(tally, { from: "none", to: "declined" });
    expect(after).toEqual({ ...tally, none: 8, declined: 1 });
    expect(tallyAfter(after, { from: "declined", to: "declined" })).toBe(after);
  });

  it("counts one person more when somebody joins by answering", () => {
    const after = tallyAfter(tally, { from: null, to: "accepted" });
    expect(after).toEqual({ ...tally, accepted: 3, total: 13 });
  });

  it("never counts below zero", () => {
    const unknown = tallyAfter(tally, { from: "declined", to: "accepted" });
    expect(unknown).toEqual(tally);
  });
});
