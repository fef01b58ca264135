import { takePicked } from "./picked-people.ts";

describe("people who were picked in Teams", () => {
  it("are invited by the addresses that Teams tells", () => {
    const picked = [{ displayName: "Adele Vance", address: "adele@x.com" }];
    expect(takePicked(picked)).toEqual({
      addresses: ["adele@x.com"],
      problem: null,
    });
  });

  it("are named where Teams tells no address, or none that mail reaches", () => {
    const { addresses, problem } = takePicked([
      { displayName: "Adele Vance", address: null },
      { displayName: "Alex Wilber", address: "alex@x.com" },
      { displayName: "Lee Gu", address: "lee_x.com#EXT#@contoso" },
    ]);
    expect(addresses).toEqual(["alex@x.com"]);
    expect(problem).toMatch(/^Adele Vance and Lee Gu have no e-mail address/);
    expect(takePicked([{ displayName: "Lee", address: "" }]).problem).toMatch(
      /^Lee has no e-mail address/,
    );
  });
});
