import { roleSentence } from "./role-words.ts";

describe("the role in a group", () => {
  it("is told with what it allows", () => {
    expect(roleSentence({ myRole: "owner" })).toMatch(/owner.*settings/);
    expect(roleSentence({ myRole: "contributor" })).toMatch(
      /contributor: you schedule.*settings/,
    );
    expect(roleSentence({ myRole: "member" })).toBe("You are a member.");
  });
});
