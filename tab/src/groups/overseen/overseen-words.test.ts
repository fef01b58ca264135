import type { OverseenGroup } from "../../../../bot/contract/groups.ts";
import { overseenSentence, overseenTrouble } from "./overseen-words.ts";

const group: OverseenGroup = {
  id: "0b7f9a52-5a4e-4a51-9d5c-0b1f1d5a7c11",
  name: "Women at Contoso",
  confidential: false,
  installed: true,
  memberCount: 1200,
  owners: 1,
  contributors: 2,
};

describe("a group as admins see it", () => {
  it("has so many people, owners and contributors", () => {
    expect(overseenSentence(group)).toBe(
      "1,200 people, 1 owner and 2 contributors.",
    );
    expect(
      overseenSentence({ ...group, memberCount: 1, contributors: 0 }),
    ).toBe("1 person, 1 owner.");
  });

  it("has a trouble where nobody owns it, or the app is gone", () => {
    expect(overseenTrouble(group)).toBe(null);
    expect(overseenTrouble({ ...group, owners: 0 })).toMatch(/^Nobody owns it/);
    expect(overseenTrouble({ ...group, installed: false })).toMatch(
      /^ERG Events was removed/,
    );
  });
});
