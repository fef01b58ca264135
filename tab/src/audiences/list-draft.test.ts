import { checkList, listDraftOf, wantedListOf } from "./list-draft.ts";

const complete = {
  name: "All employees",
  address: "all@contoso.com",
  about: "48000",
  kind: "list" as const,
};

describe("what an admin says of a mailing list", () => {
  it("begins empty, as a distribution list", () => {
    expect(listDraftOf(null)).toEqual({
      name: "",
      address: "",
      about: "",
      kind: "list",
    });
  });

  it("is sent as it is shown", () => {
    expect(checkList(complete)).toEqual({});
    const wanted = wantedListOf(complete);
    expect(wanted).toEqual({ ...complete, about: 48_000 });
    expect(
      listDraftOf({ ...wanted, id: "1", version: 1, changed: null }),
    ).toEqual(complete);
  });

  it("is refused field by field, a sentence each", () => {
    expect(checkList(listDraftOf(null))).toEqual({
      name: "Give the mailing list a name.",
      address: "This is not an e-mail address. Write it like name@company.com.",
      about:
        "Say about how many people it reaches: a number from 1 to 1,000,000.",
    });
    for (const about of ["", "many", "1.5", "0", "1000001"])
      expect(checkList({ ...complete, about })).toEqual({
        about: expect.stringContaining("a number from 1") as string,
      });
  });
});
