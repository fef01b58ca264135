import { listCount, listNote } from "./list-words.ts";

describe("mailing lists in words", () => {
  it("are counted apart from people", () => {
    expect(listCount({ count: 1, about: 1200 })).toBe(
      "1 mailing list (about 1,200 people)",
    );
    expect(listCount({ count: 2, about: 1 })).toBe(
      "2 mailing lists (about 1 person)",
    );
    expect(listCount({ count: 1, about: 48_000, name: "All employees" })).toBe(
      "All employees (about 48,000 people)",
    );
  });

  it.each([
    [0, "has not reported"],
    [1, "are counted when Outlook reports"],
    [349, "are counted when Outlook reports"],
    [350, "stop recording"],
  ])("say with %d members who answered: %s", (members, words) => {
    expect(listNote({ count: 1, about: 1200, members })).toContain(words);
  });
});
