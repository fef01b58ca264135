import { contosoSeed } from "../seed/contoso.ts";
import { startBotInTeams, type BotInTeams } from "../testing/bot-in-teams.ts";
import type { Channel } from "../world/world-seed.ts";

const women = "Women at Contoso";

let world: BotInTeams;

afterEach(() => world.close());

const channel = (name: string): Channel =>
  world.simulator.world.teams[0]!.channels.find((one) => one.name === name)!;

const rosterOf = async (id: string) => {
  const { members } = await world.ask(({ conversations }) =>
    conversations.getConversationPagedMembers(id),
  );
  return members.map(({ name }) => name);
};

const listed = async (): Promise<unknown> => {
  const { id } = world.simulator.world.teams[0]!;
  const reply = await world.request(
    `/teams/${encodeURIComponent(id)}/conversations`,
  );
  return reply.json();
};

describe("the roster", () => {
  it("of a private or shared channel has its members alone", async () => {
    world = await startBotInTeams();
    for (const name of ["Steering committee", "Allies"]) {
      world.simulator.addAppToChannel({
        team: women,
        channel: channel(name).id,
      });
    }
    expect(await rosterOf(channel("Steering committee").id)).toEqual([
      "Megan Bowen",
      "Adele Vance",
      "Lidia Holloway",
      "Lynne Robbins",
    ]);
    // Grady Archie is not in the team.
    expect(await rosterOf(channel("Allies").id)).toContain("Grady Archie");
    expect(await rosterOf(channel("Mentoring").id)).toHaveLength(12);
  });

  it("comes in pages, which Microsoft's SDK follows", async () => {
    const seed = contosoSeed({ moreEmployees: 450 });
    const [team] = seed.teams;
    const memberIds = seed.people.map(({ id }) => id);
    world = await startBotInTeams({
      worldSeed: { ...seed, teams: [{ ...team!, memberIds }] },
    });
    const sizes: number[] = [];
    const { id } = team!;
    let token: string | undefined = "";
    while (token !== undefined) {
      const continuationToken: string = token;
      const page = await world.ask(({ conversations }) =>
        conversations.getConversationPagedMembers(id, {
          pageSize: 200,
          continuationToken,
        }),
      );
      sizes.push(page.members.length);
      token = page.continuationToken;
    }
    expect(sizes).toEqual([200, 200, 77]);
  });

  it("changes with the team", async () => {
    world = await startBotInTeams();
    const [first, second] = ["LeeG@contoso.com", "MeganB@contoso.com"];
    world.simulator.addOwner({ team: women, person: first });
    world.simulator.removeMember({ team: women, person: second });
    const roster = await rosterOf(channel("Mentoring").id);
    expect(roster).toContain("Lee Gu");
    expect(roster).not.toContain("Megan Bowen");
    // Who leaves the team leaves its private channels, and not the shared ones.
    const { memberIds } = channel("Steering committee");
    expect(memberIds).toHaveLength(3);
    expect(channel("Allies").memberIds).toHaveLength(4);
  });
});

describe("the list of channels", () => {
  it("has the standard ones, or all that have the app", async () => {
    world = await startBotInTeams();
    const { id } = channel("Steering committee");
    world.simulator.addAppToChannel({ team: women, channel: id });
    const standard = [
      { id: channel("General").id, name: null, type: "standard" },
      { id: channel("Mentoring").id, name: "Mentoring", type: "standard" },
    ];
    expect(await listed()).toEqual({ conversations: standard });
    world.simulator.changeSettings({ listedChannels: "withApp" });
    expect(await listed()).toEqual({
      conversations: [
        ...standard,
        { id, name: "Steering committee", type: "private" },
      ],
    });
  });

  it("is refused once an admin has disabled the bot", async () => {
    world = await startBotInTeams();
    world.simulator.changeSettings({ botDisabledByAdmin: true });
    expect(await listed()).toMatchObject({
      error: { code: "BotDisabledByAdmin" },
    });
  });
});

describe("one member", () => {
  it("is found by the id that the bot knows", async () => {
    world = await startBotInTeams();
    world.simulator.say({
      conversation: channel("Mentoring").id,
      person: "AdeleV@contoso.com",
      text: "Hello",
      mentionsBot: true,
    });
    await world.simulator.settled();
    const { from } = world.activities[0]!;
    const path = `/conversations/${encodeURIComponent(channel("Mentoring").id)}/members/${from.id}`;
    const reply = await world.request(path);
    expect(await reply.json()).toMatchObject({ email: "AdeleV@contoso.com" });
  });
});
