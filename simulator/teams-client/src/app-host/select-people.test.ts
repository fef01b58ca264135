import type { Channel, Person, Team } from "../api/shapes.ts";
import { offeredIds, pickedReply, readPickerInputs } from "./select-people.ts";

const adele: Person = {
  id: "adele-oid",
  upn: "adele.vance@contoso.com",
  mail: "AdeleV@contoso.com",
  displayName: "Adele Vance",
  isAdmin: false,
  isServiceAccount: false,
};
const team: Team = {
  id: "19:women@thread.tacv2",
  groupId: "group-1",
  name: "Women at Contoso",
  channels: [],
  ownerIds: ["owner"],
  memberIds: ["member"],
  app: null,
};
const channel: Channel = {
  id: "19:general@thread.tacv2",
  name: "General",
  membershipType: "standard",
};

describe("the people picker of Teams", () => {
  it("tells the app id, name and address of who was picked", () => {
    expect(pickedReply([adele], "mail")).toEqual([
      null,
      [
        {
          objectId: "adele-oid",
          displayName: "Adele Vance",
          email: "AdeleV@contoso.com",
        },
      ],
    ]);
    expect(pickedReply([adele], "userPrincipalName")[1]).toMatchObject([
      { email: "adele.vance@contoso.com" },
    ]);
    expect(pickedReply([adele], "missing")[1]).toEqual([
      { objectId: "adele-oid", displayName: "Adele Vance" },
    ]);
  });

  it("tells it as an error when the picker was closed", () => {
    expect(pickedReply(null, "mail")).toMatchObject([{ errorCode: 8000 }]);
  });

  it("has the titles that Teams gives it", () => {
    expect(readPickerInputs(null)).toMatchObject({
      title: "Select people",
      singleSelect: false,
    });
    expect(readPickerInputs({ singleSelect: true }).title).toBe(
      "Select a person",
    );
    expect(readPickerInputs({ title: "Invite" }).title).toBe("Invite");
  });

  it("offers the members of a channel alone, unless the app asks for everybody", () => {
    const inputs = readPickerInputs(undefined);
    expect(offeredIds({ kind: "personal" }, inputs)).toBeNull();
    const place = { kind: "channel", team, channel, tabId: null } as const;
    expect([...(offeredIds(place, inputs) ?? [])]).toEqual(["owner", "member"]);
    const own = { ...channel, memberIds: ["one"] };
    expect([...(offeredIds({ ...place, channel: own }, inputs) ?? [])]).toEqual(
      ["one"],
    );
    const wide = readPickerInputs({ openOrgWideSearchInChatOrChannel: true });
    expect(offeredIds(place, wide)).toBeNull();
  });
});
