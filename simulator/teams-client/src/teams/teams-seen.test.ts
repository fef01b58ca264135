import type { Channel, Person, Team } from "../api/shapes.ts";
import { teamsSeenBy } from "./teams-seen.ts";

const person = (id: string): Person => ({
  id,
  upn: `${id}@contoso.com`,
  mail: `${id}@contoso.com`,
  displayName: id,
  isAdmin: false,
  isServiceAccount: false,
});
const channel = (
  membershipType: Channel["membershipType"],
  memberIds: string[] | null = null,
): Channel => ({
  id: membershipType,
  name: membershipType,
  membershipType,
  memberIds,
});
const team: Team = {
  id: "standard",
  groupId: "group",
  name: "Team",
  channels: [
    channel("standard"),
    channel("private", ["lead"]),
    channel("shared", ["lead", "guest"]),
  ],
  ownerIds: ["lead"],
  memberIds: ["lead", "member"],
  app: null,
};
const seen = (id: string) =>
  teamsSeenBy(person(id), [team]).map(({ channels }) =>
    channels.map(({ name }) => name),
  );

describe("the list of teams", () => {
  it("shows the channels that somebody is in", () => {
    expect(seen("lead")).toEqual([["standard", "private", "shared"]]);
    expect(seen("member")).toEqual([["standard"]]);
  });

  it("shows people outside the team what is shared with them, and nothing to others", () => {
    expect(seen("guest")).toEqual([["shared"]]);
    expect(seen("stranger")).toEqual([]);
  });
});
