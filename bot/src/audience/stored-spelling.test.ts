import type { Invitee } from "./resolve-audience.ts";
import { withStoredSpelling } from "./stored-spelling.ts";

const adele: Invitee = {
  address: "adele@x.com",
  displayName: "Adele Vance",
  objectId: "1",
  listSize: null,
  inGroup: false,
  aliases: ["adelev@x.com"],
};
const addresses = (invited: string[]) =>
  withStoredSpelling([adele], new Set(invited)).map(({ address }) => address);

describe("somebody who is invited by a sign-in name", () => {
  it("stays so when a roster has told the mail address meanwhile", () => {
    expect(addresses(["adelev@x.com"])).toEqual(["adelev@x.com"]);
  });

  it("keeps both where both are invited", () => {
    expect(addresses(["adelev@x.com", "adele@x.com"]).toSorted()).toEqual([
      "adele@x.com",
      "adelev@x.com",
    ]);
  });

  it("is invited by the mail address where they are not invited yet", () => {
    expect(addresses([])).toEqual(["adele@x.com"]);
    expect(addresses(["adele@x.com"])).toEqual(["adele@x.com"]);
  });
});
