import { checkPerson, wantedPersonOf } from "./person-draft.ts";

describe("somebody who is added to the room", () => {
  it("needs a name and no address", () => {
    expect(checkPerson({ displayName: "Kim Lee", address: " " })).toEqual({});
    expect(wantedPersonOf({ displayName: " Kim Lee ", address: " " })).toEqual({
      displayName: "Kim Lee",
      address: null,
    });
    expect(checkPerson({ displayName: "  ", address: "" })).toEqual({
      displayName: "Enter the person's name.",
    });
  });

  it("has an address that could be one, or none", () => {
    const address =
      "Type an address such as name@company.com, or leave it empty.";
    expect(checkPerson({ displayName: "Kim", address: "kim at home" })).toEqual(
      { address },
    );
    expect(
      checkPerson({ displayName: "Kim", address: "kim@fabrikam.com" }),
    ).toEqual({});
  });
});
