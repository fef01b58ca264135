import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startBotInTeams, type BotInTeams } from "../testing/bot-in-teams.ts";
import { any } from "../testing/graph-client.ts";
import { startTestSimulator } from "../testing/simulator-for-tests.ts";
import type { Team } from "../world/world-seed.ts";

const megan = "MeganB@contoso.com";
const lee = "LeeG@contoso.com";
const women = "Women at Contoso";

let world: BotInTeams;

beforeEach(async () => {
  world = await startBotInTeams();
});
afterEach(() => world.close());

const team = (): Team => world.simulator.world.teams[0]!;
const channel = (name: string) =>
  team().channels.find((one) => one.name === name)!;
const botId = () => `28:${world.bot.botId}`;

/** What the bot was told since the last time. */
async function told() {
  await world.simulator.settled();
  return world.activities.splice(0);
}

/** In team events the conversation is the team's, and the team is told by its id alone. */
function teamEvent(eventType: string, more: Record<string, unknown> = {}) {
  return {
    type: "conversationUpdate",
    channelId: "msteams",
    conversation: { id: team().id, conversationType: "channel", isGroup: true },
    channelData: {
      eventType,
      team: { id: team().id },
      tenant: { id: world.simulator.world.tenant.id },
      ...more,
    },
  };
}

describe("a team that has the app", () => {
  it("tells of its new name, and of being archived and opened again", async () => {
    const { simulator } = world;
    simulator.renameTeam({ team: women, name: "Women@Contoso" });
    simulator.archiveTeam({ team: "Women@Contoso" });
    simulator.archiveTeam({ team: "Women@Contoso", isArchived: false });
    const name = { team: { id: team().id, name: "Women@Contoso" } };
    expect(await told()).toMatchObject([
      teamEvent("teamRenamed", name),
      teamEvent("teamArchived", name),
      teamEvent("teamUnarchived", name),
    ]);
    expect(simulator.world.teams[0]!.name).toBe("Women@Contoso");
  });

  it("tells who comes and goes, and not who owns it", async () => {
    const { simulator } = world;
    const { id } = simulator.world.personByAddress(lee)!;
    simulator.addMember({ team: women, person: lee });
    simulator.addOwner({ team: women, person: lee });
    expect(team().ownerIds).toContain(id);
    simulator.removeMember({ team: women, person: lee });
    expect([...team().ownerIds, ...team().memberIds]).not.toContain(id);
    const member = { id: any(String), aadObjectId: id };
    const events = await told();
    expect(events).toMatchObject([
      { ...teamEvent("teamMemberAdded"), membersAdded: [member] },
      { ...teamEvent("teamMemberRemoved"), membersRemoved: [member] },
    ]);
    expect(events[0]!.channelData).not.toHaveProperty("team.name");
  });

  it("tells of standard channels made, renamed, deleted and restored", async () => {
    const { simulator } = world;
    const { id } = simulator.addChannel({ team: women, name: "Books" });
    simulator.renameChannel({ team: women, channel: id, name: "Reading" });
    simulator.deleteChannel({ team: women, channel: id });
    expect(team().channels.map((one) => one.id)).not.toContain(id);
    simulator.restoreChannel({ team: women, channel: id });
    expect(await told()).toMatchObject([
      teamEvent("channelCreated", { channel: { id, name: "Books" } }),
      teamEvent("channelRenamed", { channel: { id, name: "Reading" } }),
      teamEvent("channelDeleted", { channel: { id, name: "Reading" } }),
      teamEvent("channelRestored", { channel: { id, name: "Reading" } }),
    ]);
    expect(channel("Reading").id).toBe(id);
  });

  it("can be named in full in every event", async () => {
    world.simulator.changeSettings({ eventTeamDetails: "full" });
    world.simulator.addChannel({ team: women, name: "Books" });
    const { id, name, groupId } = team();
    expect(await told()).toMatchObject([
      teamEvent("channelCreated", { team: { id, name, aadGroupId: groupId } }),
    ]);
  });

  it("keeps one owner and its General channel", () => {
    const { simulator } = world;
    expect(() =>
      simulator.removeMember({ team: women, person: megan }),
    ).toThrow("A team needs an owner");
    expect(() =>
      simulator.deleteChannel({ team: women, channel: team().id }),
    ).toThrow("The General channel stays as it is.");
    expect(() =>
      simulator.addChannel({ team: women, name: "mentoring" }),
    ).toThrow("a channel of this name");
  });

  it("tells nothing once the app is removed", async () => {
    const { simulator } = world;
    const personId = simulator.world.personByAddress(megan)!.id;
    simulator.removeApp({ teamId: team().id, personId });
    expect(await told()).toMatchObject([
      { ...teamEvent("teamMemberRemoved"), membersRemoved: [{ id: botId() }] },
      { type: "installationUpdate", action: "remove" },
    ]);
    simulator.renameTeam({ team: women, name: "Another name" });
    simulator.addChannel({ team: "Another name", name: "Books" });
    expect(await told()).toEqual([]);
  });
});

describe("the app", () => {
  it("is added in the channel that is chosen for it", async () => {
    const { simulator } = world;
    const veterans = simulator.world.teams[3]!;
    const chosen = veterans.channels[1]!;
    simulator.installApp({
      teamId: veterans.id,
      personId: veterans.ownerIds[0]!,
      channelId: chosen.id,
    });
    const common = {
      conversation: { id: chosen.id },
      channelData: {
        settings: { selectedChannel: { id: chosen.id } },
        team: {
          id: veterans.id,
          name: veterans.name,
          aadGroupId: veterans.groupId,
        },
      },
    };
    expect(await told()).toMatchObject([
      {
        type: "conversationUpdate",
        membersAdded: [{ id: botId() }],
        ...common,
      },
      { type: "installationUpdate", action: "add", ...common },
    ]);
  });

  it("must be added to a private or shared channel itself", async () => {
    const { simulator } = world;
    for (const name of ["Steering committee", "Allies"]) {
      const { id, membershipType } = channel(name);
      const request = { team: women, channel: id };
      simulator.renameChannel({ ...request, name: `${name}, renamed` });
      expect(await told()).toEqual([]);
      simulator.addAppToChannel(request);
      simulator.renameChannel({ ...request, name });
      simulator.removeAppFromChannel(request);
      const own = {
        type: "conversationUpdate",
        conversation: { id, conversationType: "channel" },
      };
      const data = {
        channel: { id, name: any(String), type: membershipType },
        team: { id: team().id },
      };
      expect(await told()).toMatchObject([
        {
          ...own,
          membersAdded: [{ id: botId() }],
          channelData: { ...data, eventType: "channelMemberAdded" },
        },
        teamEvent("channelRenamed", { channel: { id, name } }),
        {
          ...own,
          membersRemoved: [{ id: botId() }],
          channelData: { ...data, eventType: "channelMemberRemoved" },
        },
      ]);
    }
  });

  it("comes into a private channel unheard without its permission", async () => {
    const { simulator } = world;
    simulator.changeSettings({ channelAppEvents: "none" });
    const { id } = channel("Steering committee");
    simulator.addAppToChannel({ team: women, channel: id });
    expect(await told()).toEqual([]);
    expect(await world.post(id, { text: "Hello" })).toBeTruthy();
  });

  it("is told of private channels neither when they are made nor by strangers", async () => {
    const { simulator } = world;
    const { id } = simulator.addChannel({
      team: women,
      name: "Budget",
      membershipType: "private",
      members: [megan],
    });
    expect(await told()).toEqual([]);
    const adele = "AdeleV@contoso.com";
    expect(() =>
      simulator.addAppToChannel({ team: women, channel: id, person: adele }),
    ).toThrow("Only a member can do this.");
    expect(() =>
      simulator.addAppToChannel({ team: women, channel: team().id }),
    ).toThrow("A standard channel has the app");
  });

  it("is installed and removed by people for themselves", async () => {
    const { simulator } = world;
    const person = simulator.world.personByAddress(megan)!;
    simulator.installPersonally(megan);
    const chat = {
      conversation: { conversationType: "personal", id: any(String) },
      from: { aadObjectId: person.id },
      channelData: { tenant: { id: simulator.world.tenant.id } },
    };
    expect(await told()).toMatchObject([
      {
        type: "conversationUpdate",
        membersAdded: [{ id: botId() }, { aadObjectId: person.id }],
        ...chat,
      },
      { type: "installationUpdate", action: "add", ...chat },
    ]);
    simulator.uninstallPersonally(megan);
    simulator.installPersonally(megan);
    simulator.blockBot({ person: megan });
    expect(await told()).toMatchObject([
      { type: "installationUpdate", action: "remove", ...chat },
      { type: "installationUpdate", action: "add", ...chat },
    ]);
  });
});

describe("what the bot is told", () => {
  it("is lost, doubled and late on demand", async () => {
    const { simulator } = world;
    const rename = (name: string) =>
      simulator.renameTeam({ team: team().id, name });
    const strike = (kind: "dropNotification" | "doubleNotification") =>
      simulator.setFault({ service: "bot", effect: { kind } });
    strike("dropNotification");
    rename("One");
    strike("doubleNotification");
    rename("Two");
    simulator.setFault({
      service: "bot",
      effect: { kind: "delayNotification", ms: 50 },
    });
    rename("Three");
    rename("Four");
    const names = (await told()).map(
      ({ channelData }) =>
        (channelData as { team: { name: string } }).team.name,
    );
    expect(names).toEqual(["Two", "Two", "Four", "Three"]);
  });
});

describe("a team that was changed", () => {
  it("stays so over a restart, as does what the bot was not told yet, until a reset", async () => {
    const folder = mkdtempSync(join(tmpdir(), "simulator-"));
    const options = { folder, product: { publicUrl: world.bot.url } };
    // Nothing listens where the first one believes the product to be.
    const first = await startTestSimulator({ folder });
    first.renameTeam({ team: women, name: "Another name" });
    await first.close();
    world.activities.length = 0;
    const second = await startTestSimulator(options);
    world.bot.connect(second.environment());
    await second.settled();
    expect(second.world.teams[0]!.name).toBe("Another name");
    expect(world.activities).toHaveLength(7);
    expect(world.activities.at(-1)).toMatchObject({
      channelData: { eventType: "teamRenamed" },
    });
    second.reset();
    expect(second.world.teams[0]!.name).toBe(women);
    await second.settled();
    expect(world.activities).toHaveLength(13);
    await second.close();
    rmSync(folder, { recursive: true });
  });
});
