import {
  countdownWords,
  isCountedDown,
  nextTrySentence,
} from "./next-try-words.ts";

describe("when the next try is", () => {
  it("counts down for the eye, in seconds at the end", () => {
    expect([300, 121, 119, 12, 1, 0].map(countdownWords)).toEqual([
      "Retrying in 5 min",
      "Retrying in 3 min",
      "Retrying in 119 s",
      "Retrying in 12 s",
      "Retrying in 1 s",
      "Trying again now",
    ]);
  });

  it("is a sentence for the ear", () => {
    expect([300, 12, 1, 0].map(nextTrySentence)).toEqual([
      "The next try is in 5 minutes.",
      "The next try is in 12 seconds.",
      "The next try is in 1 second.",
      "It is tried again now.",
    ]);
  });

  it("is said by the clock where it is not soon", () => {
    expect(isCountedDown(3_599_000)).toBe(true);
    expect(isCountedDown(3_600_000)).toBe(false);
  });
});
