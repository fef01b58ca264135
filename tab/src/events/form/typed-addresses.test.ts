import {
  endsAddress,
  typedAddresses,
  withoutRepeats,
} from "./typed-addresses.ts";

describe("typed addresses", () => {
  it("are cut at commas, semicolons, lines and spaces", () => {
    expect(
      typedAddresses("a@x.com, b@x.com;c@x.com\nd@x.com e@x.com").addresses,
    ).toEqual(["a@x.com", "b@x.com", "c@x.com", "d@x.com", "e@x.com"]);
  });

  it("may come with names, as mail programs copy them", () => {
    expect(
      typedAddresses('Adele Vance <adele@contoso.com>; "B" <b@x.com>'),
    ).toEqual({ addresses: ["adele@contoso.com", "b@x.com"], refused: [] });
  });

  it("are taken once, whatever their case", () => {
    expect(typedAddresses("a@x.com, A@X.com").addresses).toEqual(["a@x.com"]);
    expect(withoutRepeats(["B@x.com", "b@x.com"])).toEqual(["B@x.com"]);
  });

  it("are handed back as they were typed when they are none", () => {
    expect(typedAddresses("bob, a@x.com, c@x")).toEqual({
      addresses: ["a@x.com"],
      refused: ["bob", "c@x"],
    });
  });

  it("end with a separator", () => {
    expect(endsAddress("a@x.com")).toBe(false);
    expect(endsAddress("a@x.com,")).toBe(true);
  });
});
