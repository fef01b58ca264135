import pg from "pg";
import type { EventDetail } from "../../bot/contract/events.ts";
import type { GroupSummary } from "../../bot/contract/groups.ts";
import { contosoSeed } from "../../simulator/seed/contoso.ts";
import { numberedEmployees } from "../../simulator/seed/numbered-employees.ts";
import type { WorldSeed } from "../../simulator/world/world-seed.ts";
import { openChannel, type TestChannel } from "../harness/channel.ts";
import { untilIdle } from "../harness/idle.ts";
import { judgeSeenCards } from "../harness/seen-cards.ts";
import { waitFor } from "../harness/wait-for.ts";
import { lunch, openWorld, people, type World } from "../harness/world.ts";

const member = "AdeleV@contoso.com";
const team = "Women at Contoso";

/** Contoso with one more team, whose roster has more members than Teams tells on one page. */
function seedWithLargeTeam(): WorldSeed {
  const seed = contosoSeed();
  const more = numberedEmployees(510, seed.tenant.domain);
  const id = "19:everybody@thread.tacv2";
  const owner = seed.people.find(({ upn }) => upn === member);
  if (!owner) throw new Error(`There is no ${member}.`);
  return {
    ...seed,
    people: [...seed.people, ...more],
    teams: [
      ...seed.teams,
      {
        id,
        groupId: "0d1a9d7e-41f0-4a5e-9d1c-5f2b8a3c6e70",
        groupMail: "",
        subscriberIds: [],
        name: "Everybody",
        description: "All of us.",
        confidentialHint: false,
        channels: [
          { id, name: "General", membershipType: "standard", memberIds: null },
        ],
        deletedChannels: [],
        ownerIds: [owner.id],
        memberIds: [owner.id, ...more.map((person) => person.id)],
        isArchived: false,
        installedById: null,
      },
    ],
  };
}

describe("teams", () => {
  let world: World;
  let channel: TestChannel;
  beforeAll(async () => {
    world = await openWorld({ simulator: { worldSeed: seedWithLargeTeam() } });
    await world.connectAccount();
    channel = await openChannel(world);
  });
  afterEach(() => world.simulator.clearFaults());
  afterAll(() => world.close());

  const lead = () => world.as(people.lead);
  const teamOf = (name: string) => {
    const found = world.simulator.world.teams.find(
      (known) => known.name === name,
    );
    if (!found) throw new Error(`There is no team ${name}.`);
    return found;
  };
  const channelOf = (name: string, channelName: string) => {
    const found = teamOf(name).channels.find(
      (known) => known.name === channelName,
    );
    if (!found) throw new Error(`There is no channel ${channelName}.`);
    return found;
  };
  const app = (name: string, person: string, channelId?: string) => ({
    teamId: teamOf(name).id,
    personId: world.simulator.world.personByAddress(person)?.id ?? "",
    ...(channelId !== undefined && { channelId }),
  });
  const groupOf = async (person: string, name: string) =>
    (await world.as(person).me()).groups.find((group) => group.name === name);
  /** Waits until a person's group is as it should be. */
  const untilGroup = (
    person: string,
    name: string,
    fits: (group: GroupSummary) => boolean,
  ) =>
    waitFor(`${name} of ${person}`, async () => {
      const group = await groupOf(person, name);
      return group && fits(group) && group;
    });
  const offered = (name: string) => (group: GroupSummary) =>
    group.channels.some((known) => known.name === name);
  const cardState = (id: string, state: string) =>
    waitFor(`a card that is ${state}`, async () => {
      const event = await lead().event(id);
      return event.cards?.every((card) => card.state === state) && event;
    });
  /** Greetings that stand in a channel. */
  const greetings = (channelId: string) =>
    world.simulator
      .messages({ conversation: channelId })
      .filter(({ summary }) => summary === "ERG Events is here");

  describe("that get the app", () => {
    it("become groups with their whole roster, led by whoever added it", async () => {
      expect(world.simulator.installApp(app("Everybody", member))).toEqual({
        ok: true,
      });
      const group = await untilGroup(
        member,
        "Everybody",
        ({ memberCount }) => memberCount === 511,
      );
      expect(group).toMatchObject({
        teamId: teamOf("Everybody").id,
        myRole: "owner",
        canSchedule: true,
        canManage: true,
        channels: [
          { id: teamOf("Everybody").id, name: "General", kind: "standard" },
        ],
      });
      const pages = world.simulator
        .exchanges()
        .filter(
          ({ service, url }) =>
            service === "connector" &&
            url.includes("pagedmembers") &&
            decodeURIComponent(url).includes(teamOf("Everybody").id),
        );
      expect(pages).toHaveLength(2);
      const colleague = await untilGroup(
        "Employee00510@contoso.com",
        "Everybody",
        () => true,
      );
      expect(colleague).toMatchObject({
        myRole: "member",
        canSchedule: false,
        channels: [],
      });
    });

    it("are greeted once in General, however often Teams tells of it, and again when they come back", async () => {
      const name = "Veterans Network";
      const owner = "AllanD@contoso.com";
      const elsewhere = channelOf(name, "Volunteering").id;
      world.simulator.setFault({
        service: "bot",
        times: null,
        effect: { kind: "doubleNotification" },
      });
      world.simulator.installApp(app(name, owner, elsewhere));
      await world.simulator.settled();
      await waitFor("the greeting", () => greetings(teamOf(name).id).length);
      await untilIdle(world);
      expect(greetings(teamOf(name).id)).toHaveLength(1);
      expect(greetings(elsewhere)).toEqual([]);
      expect(await groupOf(owner, name)).toMatchObject({
        teamId: teamOf(name).id,
        myRole: "owner",
        memberCount: 5,
      });

      world.simulator.removeApp(app(name, owner));
      await waitFor(
        "the group to go",
        async () => (await groupOf(owner, name)) === undefined,
      );
      world.simulator.installApp(app(name, owner));
      await waitFor(
        "the second greeting",
        () => greetings(teamOf(name).id).length === 2,
      );
      await untilIdle(world);
      expect(greetings(teamOf(name).id)).toHaveLength(2);
      expect(await groupOf(owner, name)).toMatchObject({ memberCount: 5 });
    });
  });

  describe("whose owners are read", () => {
    const name = "Parents and Caregivers";
    const installer = "AlexW@contoso.com";
    const owner = "PradeepG@contoso.com";
    const other = "BenW@contoso.com";
    /** Teams does not tell of owners; they are read with whatever else it tells. */
    const somethingElse = async () => {
      const members = (await groupOf(installer, name))?.memberCount ?? 0;
      world.simulator.addMember({ team: name, person: "LeeG@contoso.com" });
      await untilGroup(installer, name, (g) => g.memberCount === members + 1);
      world.simulator.removeMember({ team: name, person: "LeeG@contoso.com" });
      await untilGroup(installer, name, (g) => g.memberCount === members);
      await untilIdle(world);
    };

    it("have them as owners for as long as they own the team", async () => {
      await untilGroup(owner, name, ({ myRole }) => myRole === "owner");
      expect(await groupOf(other, name)).toMatchObject({ myRole: "member" });
      world.simulator.addOwner({ team: name, person: other });
      world.simulator.removeOwner({ team: name, person: owner });
      // Who added the app stays the group's owner, whatever becomes of them in the team.
      world.simulator.removeOwner({ team: name, person: installer });
      await somethingElse();
      expect(await groupOf(owner, name)).toMatchObject({
        myRole: "member",
        canSchedule: false,
      });
      expect(await groupOf(other, name)).toMatchObject({
        myRole: "owner",
        canSchedule: true,
      });
      expect(await groupOf(installer, name)).toMatchObject({ myRole: "owner" });
    });

    it("keep the group's owners as they are where that is not allowed", async () => {
      world.simulator.changeSettings({ rscGranted: false });
      world.simulator.addOwner({ team: name, person: owner });
      world.simulator.removeOwner({ team: name, person: other });
      await somethingElse();
      expect(await groupOf(owner, name)).toMatchObject({ myRole: "member" });
      expect(await groupOf(other, name)).toMatchObject({ myRole: "owner" });
      world.simulator.changeSettings({ rscGranted: true });
      await somethingElse();
      expect(await groupOf(owner, name)).toMatchObject({ myRole: "owner" });
      expect(await groupOf(other, name)).toMatchObject({ myRole: "member" });
    });
  });

  describe("that change", () => {
    it.each(["id", "full"] as const)(
      "give the group and its cards their new name (Teams tells the team by %s)",
      async (eventTeamDetails) => {
        world.simulator.changeSettings({ eventTeamDetails });
        const title = `Renamed lunch ${eventTeamDetails}`;
        await channel.schedule(title);
        await channel.shows(title, team);
        world.simulator.renameTeam({ team, name: "Women and friends" });
        await channel.shows(title, "Women and friends");
        expect(await groupOf(people.lead, "Women and friends")).toMatchObject({
          id: channel.groupId,
        });
        world.simulator.renameTeam({ team: "Women and friends", name: team });
        await channel.shows(title, team);
      },
    );

    it("offer a channel as long as it is there, under its name", async () => {
      const { id } = world.simulator.addChannel({ team, name: "Book club" });
      const { channels } = await untilGroup(
        people.lead,
        team,
        offered("Book club"),
      );
      expect(channels.find((known) => known.id === id)).toEqual({
        id,
        name: "Book club",
        kind: "standard",
      });
      // General comes first, the others by name.
      expect(channels.map((known) => known.name)).toEqual([
        "General",
        "Book club",
        "Mentoring",
      ]);

      const event = await channel.schedule("Book lunch", { channelIds: [id] });
      world.simulator.renameChannel({ team, channel: id, name: "Reading" });
      await untilGroup(people.lead, team, offered("Reading"));
      expect((await lead().event(event.id)).cards).toMatchObject([
        { channelName: "Reading", state: "upToDate" },
      ]);

      world.simulator.deleteChannel({ team, channel: id });
      const { cards } = await cardState(event.id, "channelDeleted");
      expect(cards).toMatchObject([{ canRepost: false }]);
      expect((await groupOf(people.lead, team))?.channels).not.toContainEqual(
        expect.objectContaining({ id }),
      );
      const refused = await lead().send(
        "POST",
        "/api/events",
        lunch(channel.groupId, { title: "Nowhere", channelIds: [id] }),
      );
      expect(refused).toMatchObject({
        status: 422,
        body: { code: "unknownChannel", field: "channelIds" },
      });

      await world.as(member).send("PUT", `/api/events/${event.id}/response`, {
        answer: "accepted",
      });
      world.simulator.restoreChannel({ team, channel: id });
      await cardState(event.id, "upToDate");
      await waitFor("the answer on the card", () =>
        JSON.stringify(channel.cardsOf("Book lunch", id)).includes("1 going"),
      );
      expect(channel.cardsOf("Book lunch", id)).toHaveLength(1);
      await untilGroup(people.lead, team, offered("Reading"));
    });

    it("have members who join and leave in the roster", async () => {
      const person = "NestorW@contoso.com";
      expect(await groupOf(person, team)).toBeUndefined();
      const before = (await groupOf(people.lead, team))?.memberCount ?? 0;
      world.simulator.addMember({ team, person });
      expect(await untilGroup(person, team, () => true)).toMatchObject({
        myRole: "member",
        memberCount: before + 1,
      });
      world.simulator.removeMember({ team, person });
      await waitFor(
        "the group to be gone",
        async () => (await groupOf(person, team)) === undefined,
      );
      expect(await groupOf(people.lead, team)).toMatchObject({
        memberCount: before,
      });
    });
  });

  describe("with channels of their own", () => {
    it.each([
      ["Steering committee", "private", "LynneR@contoso.com"],
      // Somebody who is in the channel and not in the team.
      ["Allies", "shared", "GradyA@contoso.com"],
    ] as const)(
      "offer %s once the app is there, and post and answer cards in it",
      async (name, kind, reader) => {
        const { id } = channelOf(team, name);
        expect((await groupOf(people.lead, team))?.channels).not.toContainEqual(
          expect.objectContaining({ id }),
        );
        world.simulator.addAppToChannel({ team, channel: id });
        const group = await untilGroup(people.lead, team, offered(name));
        expect(group.channels).toContainEqual({ id, name, kind });

        const title = `Lunch of ${name}`;
        const { id: eventId } = await channel.schedule(title, {
          channelIds: [id],
          audience: { group: false, addresses: [member] },
          open: true,
        });
        const [card] = channel.cardsOf(title, id);
        const answer = await world.simulator.execute({
          conversation: id,
          person: reader,
          messageId: card?.id ?? "",
          title: "Going",
        });
        expect(JSON.stringify(answer)).toContain("Your answer: going.");
        await waitFor("the answer on the card", () =>
          JSON.stringify(channel.cardsOf(title, id)).includes(
            "1 of 2 answered",
          ),
        );
        expect((await lead().event(eventId)).attendees).toContainEqual(
          expect.objectContaining({ address: reader.toLowerCase() }),
        );

        world.simulator.removeAppFromChannel({ team, channel: id });
        await cardState(eventId, "appRemoved");
        expect((await groupOf(people.lead, team))?.channels).not.toContainEqual(
          expect.objectContaining({ id }),
        );
        await world.as(member).send("PUT", `/api/events/${eventId}/response`, {
          answer: "accepted",
        });
        world.simulator.addAppToChannel({ team, channel: id });
        await cardState(eventId, "upToDate");
        await waitFor("what was missed", () =>
          JSON.stringify(channel.cardsOf(title, id)).includes(
            "2 of 2 answered",
          ),
        );
        expect(channel.cardsOf(title, id)).toHaveLength(1);
      },
    );

    it("offer what Teams lists though it tells nothing", async () => {
      world.simulator.changeSettings({
        channelAppEvents: "none",
        listedChannels: "withApp",
      });
      const { id } = world.simulator.addChannel({
        team,
        name: "Board",
        membershipType: "private",
      });
      world.simulator.addAppToChannel({ team, channel: id });
      world.simulator.renameTeam({ team, name: `${team}!` });
      const group = await untilGroup(people.lead, `${team}!`, offered("Board"));
      expect(group.channels).toContainEqual({
        id,
        name: "Board",
        kind: "private",
      });
      world.simulator.renameTeam({ team: `${team}!`, name: team });
      await untilGroup(people.lead, team, () => true);
      world.simulator.changeSettings({
        channelAppEvents: "channelMemberAdded",
        listedChannels: "standard",
      });
    });
  });

  it("are read one after the other by one process, which asks for one token", async () => {
    await untilIdle(world);
    const before = world.simulator.exchanges().length;
    const database = new pg.Client(world.database.connectionString);
    await database.connect();
    // As the regular reading does.
    await database.query(
      "insert into pgboss.job (name, data, singleton_key, policy) values ('groups.sync-all', '{}', 'all', 'short') on conflict do nothing",
    );
    await database.end();
    const since = () => world.simulator.exchanges().slice(before);
    const readTeams = () =>
      new Set(
        since()
          .filter(({ url }) => url.includes("pagedmembers"))
          .map(({ url }) => new URL(url, "http://localhost").pathname),
      );
    await waitFor("two rosters to be read", () => readTeams().size >= 2);
    await untilIdle(world);
    expect(
      since().filter(({ url }) => url.endsWith("/oauth2/v2.0/token")).length,
    ).toBeLessThanOrEqual(1);
  });

  it("that lose the app keep their events, schedule none, and go on when it is back", async () => {
    const mentoring = channelOf(team, "Mentoring").id;
    const event = await channel.schedule("Lasting lunch", {
      channelIds: [channel.id, mentoring],
    });
    world.simulator.removeApp(app(team, people.lead));
    const left = await cardState(event.id, "appRemoved");
    expect(left.cards).toHaveLength(2);
    expect(await groupOf(people.lead, team)).toBeUndefined();
    const refused = await lead().send<EventDetail>(
      "POST",
      "/api/events",
      lunch(channel.groupId, { title: "Too late" }),
    );
    expect(refused.status).toBe(403);

    await world
      .as(member)
      .send("PUT", `/api/events/${event.id}/response`, { answer: "accepted" });
    await untilIdle(world);
    expect(JSON.stringify(channel.cardsOf("Lasting lunch"))).toContain(
      "0 going",
    );
    world.simulator.installApp(app(team, people.lead));
    await cardState(event.id, "upToDate");
    await channel.shows("Lasting lunch", "1 going");
    for (const id of [channel.id, mentoring])
      expect(channel.cardsOf("Lasting lunch", id)).toHaveLength(1);
    await channel.schedule("Next lunch");
  });

  it("keep Teams' limits, and send only cards that can be drawn", () => {
    expect(world.simulator.connectorViolations()).toEqual([]);
    const { cards, warnings } = judgeSeenCards(world.simulator);
    expect(cards).toBeGreaterThan(0);
    expect(warnings).toEqual([]);
  });
});
