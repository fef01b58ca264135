import type { Channel, Person, Team, World } from "../api/shapes.ts";
import { hostContext, type ContextFacts } from "./host-context.ts";

const person: Person = {
  id: "megan-oid",
  upn: "MeganB@contoso.com",
  mail: "MeganB@contoso.com",
  displayName: "Megan Bowen",
  isAdmin: false,
  isServiceAccount: false,
};
const channel: Channel = {
  id: "19:organizers@thread.tacv2",
  name: "Organizers",
  membershipType: "private",
};
const team: Team = {
  id: "19:women@thread.tacv2",
  groupId: "group-1",
  name: "Women at Contoso",
  channels: [channel],
  ownerIds: [person.id],
  memberIds: [person.id],
  app: { installedById: person.id },
};
const tab = { entityId: "events", name: "Events", contentUrl: "http://a.test" };
const world: World = {
  tenant: { id: "tenant-1", name: "Contoso" },
  people: [person],
  teams: [team],
  app: {
    appId: "app-1",
    name: "ERG Events",
    clientId: "client-1",
    botId: "bot-1",
    baseUrl: "http://a.test",
    personalTabs: [tab],
    configurableTab: {
      configurationUrl: "http://a.test/set-up",
      canUpdateConfiguration: true,
    },
    commands: [],
  },
};
const facts: ContextFacts = {
  world,
  person,
  place: { kind: "personal" },
  entityId: "events",
  subPageId: null,
  theme: "dark",
  locale: "en-US",
  sessionId: "session-1",
  frameContext: "content",
};

describe("the context that Teams gives a tab", () => {
  it("says who looks at it, in which organization, theme and language", () => {
    expect(hostContext(facts)).toMatchObject({
      userObjectId: "megan-oid",
      loginHint: "MeganB@contoso.com",
      tid: "tenant-1",
      theme: "dark",
      locale: "en-us",
      entityId: "events",
      hostClientType: "web",
    });
  });

  it("knows no team in the personal app", () => {
    const context = hostContext(facts);
    expect(context).not.toHaveProperty("teamId");
    expect(context).not.toHaveProperty("subEntityId");
  });

  it("knows team, channel and role in a channel tab", () => {
    const place = { kind: "channel", team, channel, tabId: null } as const;
    expect(hostContext({ ...facts, place })).toMatchObject({
      teamId: team.id,
      groupId: "group-1",
      channelId: channel.id,
      channelType: "Private",
      userTeamRole: 0,
    });
  });

  it("says that a tab is being set up", () => {
    const context = hostContext({ ...facts, frameContext: "settings" });
    expect(context).toMatchObject({ frameContext: "settings" });
  });

  it("carries the page that a link names", () => {
    const context = hostContext({ ...facts, subPageId: "events/7" });
    expect(context).toMatchObject({ subEntityId: "events/7" });
  });
});
