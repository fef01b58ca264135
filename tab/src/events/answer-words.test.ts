import { tallyAfter, tallyInShort, tallySentence } from "./answer-words.ts";

const tally = { accepted: 2, tentative: 1, declined: 0, none: 9, total: 12 };

describe("the tally of few people", () => {
  const small = { answered: 3, total: 4 };

  it("says how many have answered, and not what", () => {
    expect(tallySentence(small)).toBe("3 of 4 answered");
    expect(tallyInShort(small)).toBe("3 of 4 answered");
    const lists = { count: 1, about: 2, members: 1 };
    expect(tallySentence({ ...small, lists })).toBe(
      "3 answered, of 3 people and a list of about 2",
    );
  });

  it("counts a first answer, and not a changed one", () => {
    expect(tallyAfter(small, { from: "none", to: "accepted" }).total).toBe(4);
    expect(tallyAfter(small, { from: "none", to: "accepted" })).toEqual({
      answered: 4,
      total: 4,
    });
    expect(tallyAfter(small, { from: "declined", to: "accepted" })).toEqual(
      small,
    );
    expect(tallyAfter(small, { from: null, to: "accepted" })).toEqual({
      answered: 4,
      total: 5,
    });
    expect(tallyAfter(small, { from: "accepted", to: "none" })).toEqual({
      answered: 2,
      total: 4,
    });
  });
});

describe("the tally", () => {
  it("is a sentence with each answer and the sum", () => {
    expect(tallySentence(tally)).toBe(
      "2 going, 1 maybe, 0 can't go, 9 not answered, of 12",
    );
  });

  it.each([
    [
      { accepted: 38, tentative: 0, declined: 4, none: 0, total: 42 },
      { count: 1, about: 1200, members: 42 },
      "38 going, 0 maybe, 4 can't go, of a list of about 1,200",
      "38 going, of a list of about 1,200",
    ],
    [
      { accepted: 38, tentative: 0, declined: 4, none: 9, total: 51 },
      { count: 1, about: 1200, members: 39 },
      "38 going, 0 maybe, 4 can't go, of 12 people and a list of about 1,200. 9 of those invited by name have not answered.",
      "38 going, of 12 people and a list of about 1,200",
    ],
    [
      { accepted: 2, tentative: 0, declined: 0, none: 0, total: 2 },
      { count: 1, about: 40, members: 0 },
      "2 going, 0 maybe, 0 can't go, of 2 people and a list of about 40. Everybody invited by name has answered.",
      "2 going, of 2 people and a list of about 40",
    ],
    [
      { accepted: 0, tentative: 0, declined: 0, none: 1, total: 1 },
      { count: 2, about: 1500, members: 0 },
      "0 going, 0 maybe, 0 can't go, of 1 person and 2 lists of about 1,500 together. 1 of those invited by name has not answered.",
      "0 going, of 1 person and 2 lists of about 1,500 together",
    ],
    [
      { accepted: 1, tentative: 0, declined: 0, none: 0, total: 1 },
      { count: 1, about: 48_000, members: 1, name: "All employees" },
      "1 going, 0 maybe, 0 can't go, of All employees (about 48,000)",
      "1 going, of All employees (about 48,000)",
    ],
  ])(
    "says what is known of mailing lists: %j with %j",
    (counts, lists, sentence, short) => {
      expect(tallySentence({ ...counts, lists })).toBe(sentence);
      expect(tallyInShort({ ...counts, lists })).toBe(short);
    },
  );

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
