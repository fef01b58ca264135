import { roleSentence } from "./role-words.ts";

describe("the role in a group", () => {
  it("is told with what it allows", () => {
    expect(roleSentence({ myRole: "owner" })).toMatch(/owner.*settings/);
    expect(roleSentence({ myRole: "contributor" })).toMatch(/schedule/);
    expect(roleSentence({ myRole: "member" })).toBe("You are a member.");
  });
});
