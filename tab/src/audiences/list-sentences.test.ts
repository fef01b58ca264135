import {
  changedSentence,
  largeListSentence,
  listCountSentence,
  listLabel,
  subscribersSentence,
} from "./list-sentences.ts";

describe("what is said of a mailing list", () => {
  it("is its name, whom it reaches and that it is one mail", () => {
    expect(listLabel({ name: "All employees", about: 48_000 })).toBe(
      "All employees (about 48,000 people, one mail)",
    );
  });

  it("warns of lists that reach only some of their people, or need to be opened first", () => {
    expect(subscribersSentence({ kind: "list" })).toBeNull();
    expect(subscribersSentence({ kind: "teamGroup" })).toContain("subscribe");
    expect(largeListSentence({ about: 4_999 })).toBeNull();
    expect(largeListSentence({ about: 5_000 })).toContain("may send to it");
  });

  it("tells admins who said it last", () => {
    const reader = { locale: "en-GB", timeZone: "UTC" };
    const changed = { by: "Isaiah Langer", at: "2031-11-26T09:41:00Z" };
    expect(changedSentence({ changed: null }, reader)).toBeNull();
    expect(changedSentence({ changed }, reader)).toBe(
      "Isaiah Langer, 26 Nov, 9:41",
    );
  });

  it("counts them", () => {
    expect([0, 1, 3].map(listCountSentence)).toEqual([
      "No mailing list is named yet.",
      "Leads can choose one mailing list.",
      "Leads can choose 3 mailing lists.",
    ]);
  });
});
