import { canPickPeople } from "./pick-people.ts";

describe("the people picker", () => {
  it("is not there before Teams has said that it has one", () => {
    expect(canPickPeople()).toBe(false);
  });
});
