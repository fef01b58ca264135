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
const row = (address: string, object_id: string | null = null) => ({
  address,
  object_id,
  wanted: true,
});
const addresses = (
  attendees: ReturnType<typeof row>[],
  others: Invitee[] = [],
) =>
  withStoredSpelling([adele, ...others], attendees).map(
    ({ address }) => address,
  );

describe("somebody who is invited by a sign-in name", () => {
  it("stays so when a roster has told the mail address meanwhile", () => {
    expect(addresses([row("adelev@x.com")])).toEqual(["adelev@x.com"]);
    expect(addresses([row("adelev@x.com", "1")])).toEqual(["adelev@x.com"]);
  });

  it("keeps both where both are invited", () => {
    const both = [row("adelev@x.com"), row("adele@x.com", "1")];
    expect(addresses(both).toSorted()).toEqual(["adele@x.com", "adelev@x.com"]);
  });

  it("is invited by the mail address where they are not invited yet, or not any more", () => {
    expect(addresses([])).toEqual(["adele@x.com"]);
    expect(addresses([row("adele@x.com")])).toEqual(["adele@x.com"]);
    const gone = { ...row("adelev@x.com"), wanted: false };
    expect(addresses([gone])).toEqual(["adele@x.com"]);
  });

  it("is nobody else whose mail address that is", () => {
    const other = {
      ...adele,
      address: "adelev@x.com",
      objectId: "2",
      aliases: [],
    };
    expect(addresses([row("adelev@x.com")], [other])).toEqual([
      "adele@x.com",
      "adelev@x.com",
    ]);
    expect(addresses([row("adelev@x.com", "2")])).toEqual(["adele@x.com"]);
  });
});
