import pg from "pg";
import type { NewEvent } from "../../bot/contract/event-content.ts";
import type { EventDetail } from "../../bot/contract/events.ts";
import { contosoSeed } from "../../simulator/seed/contoso.ts";
import { numberedEmployees } from "../../simulator/seed/numbered-employees.ts";
import { changeOf, mailsAbout } from "../harness/held-events.ts";
import { untilIdle } from "../harness/idle.ts";
import { waitFor } from "../harness/wait-for.ts";
import { lunch, openWorld, people, type World } from "../harness/world.ts";

const team = "Women at Contoso";
const lee = "LeeG@contoso.com";
const raul = "RaulR@contoso.com";
const adele = "AdeleV@contoso.com";

/** What a lead and the team do, and what comes of it. */
function scene(world: World, groupId: string) {
  const lead = world.as(people.lead);
  const each = {
    lead,
    async scheduled(title: string, more: Partial<NewEvent> = {}) {
      const { status, body } = await lead.send<EventDetail>(
        "POST",
        "/api/events",
        lunch(groupId, { title, ...more }),
      );
      if (status !== 201) throw new Error(JSON.stringify(body));
      return each.isOut(body.id);
    },
    isOut: (id: string) =>
      waitFor("the event to be out", async () => {
        const event = await lead.event(id);
        return (
          event.status === "scheduled" &&
          event.held === null &&
          event.progress.invited === event.progress.total &&
          event
        );
      }),
    change: async (id: string, changes: Parameters<typeof changeOf>[1]) => {
      const event = await lead.event(id);
      const { status, body } = await lead.send<EventDetail>(
        "PUT",
        `/api/events/${id}`,
        changeOf(event, changes),
        { "If-Match": `"${event.version}"` },
      );
      if (status !== 200) throw new Error(JSON.stringify(body));
      return each.isOut(id);
    },
    join: (person: string) => world.simulator.addMember({ team, person }),
    leave: (person: string) => world.simulator.removeMember({ team, person }),
    /** Waits until the product knows whether somebody is in the team, and has done whatever follows. */
    async followed(person: string, isIn: boolean) {
      await waitFor(`the roster to say so of ${person}`, async () => {
        const { groups } = await world.as(person).me();
        return groups.some(({ id }) => id === groupId) === isIn;
      });
      await untilIdle(world);
    },
    mails: (title: string) => mailsAbout(world, title),
    /** Requests that changed the calendar since. */
    writes: (since: number) =>
      world.simulator
        .exchanges()
        .slice(since)
        .filter(
          ({ service, method, url }) =>
            service === "graph" &&
            method === "PATCH" &&
            url.includes("/events/"),
        ),
  };
  return each;
}

describe("who joins an invited group later", () => {
  let world: World;
  let groupId: string;
  let on: ReturnType<typeof scene>;

  beforeAll(async () => {
    world = await openWorld();
    await world.connectAccount();
    groupId = await world.groupId(team, people.lead);
    on = scene(world, groupId);
  });
  afterAll(() => world.close());

  it("is invited by themselves, once, and nobody else is mailed", async () => {
    const title = "Late lunch";
    const event = await on.scheduled(title);
    const before = on.mails(title);
    const since = world.simulator.exchanges().length;
    on.join(lee);
    await on.followed(lee, true);
    expect(on.mails(title)).toEqual({ ...before, [lee]: ["invitation"] });
    const writes = on.writes(since);
    expect(
      writes.map(({ requestBody }) => Object.keys(requestBody as object)),
    ).toEqual([["attendees"]]);
    const now = await on.lead.event(event.id);
    expect(now.version).toBe(event.version);
    expect(now.status).toBe("scheduled");
    expect(now.tally.total).toBe(event.tally.total + 1);
    expect(now.attendees).toContainEqual(
      expect.objectContaining({ displayName: "Lee Gu", invited: true }),
    );
    expect(now.lateInvitations).toEqual([
      expect.objectContaining({ groupName: team, people: 1 }),
    ]);
    // The same roster again, as the regular reading brings it.
    world.simulator.renameTeam({ team, name: `${team}!` });
    await waitFor("the new name", async () =>
      (await on.lead.me()).groups.some(({ name }) => name === `${team}!`),
    );
    world.simulator.renameTeam({ team: `${team}!`, name: team });
    await world.groupId(team, people.lead);
    await untilIdle(world);
    expect(on.mails(title)).toEqual({ ...before, [lee]: ["invitation"] });
  });

  it("stays invited when they leave, is told of changes, and goes with the group alone", async () => {
    const title = "Lunch without a leaver";
    const event = await on.scheduled(title);
    on.leave(lee);
    await on.followed(lee, false);
    expect(on.mails(title)[lee]).toEqual(["invitation"]);
    expect((await on.lead.event(event.id)).tally.total).toBe(event.tally.total);
    await on.change(event.id, { location: "Room 5" });
    expect(on.mails(title)[lee]).toEqual(["invitation", "update"]);
    expect(on.mails(title)[adele]).toEqual(["invitation", "update"]);
    // Back in the group they are no newcomers.
    on.join(lee);
    await on.followed(lee, true);
    on.leave(lee);
    await on.followed(lee, false);
    expect(on.mails(title)[lee]).toEqual(["invitation", "update"]);
    await on.change(event.id, {
      audience: { group: false, addresses: [adele] },
    });
    expect(on.mails(title)[lee]).toEqual([
      "invitation",
      "update",
      "cancellation",
    ]);
    expect(on.mails(title)[adele]).toEqual(["invitation", "update"]);
  });

  it("is the same person when only their address is another one", async () => {
    const title = "Lunch by another name";
    const event = await on.scheduled(title);
    await inDatabase(
      world,
      "update people set address = 'adele.new@contoso.com' where address = $1",
      [adele.toLowerCase()],
    );
    const changed = await on.change(event.id, { location: "Room 6" });
    expect(changed.tally.total).toBe(event.tally.total);
    expect(on.mails(title)[adele]).toEqual(["invitation", "update"]);
    await inDatabase(
      world,
      "update people set address = $1 where address = 'adele.new@contoso.com'",
      [adele.toLowerCase()],
    );
  });

  it("is left alone where the lead wants it so, is no member of an invited group, or was taken off", async () => {
    const notWanted = await on.scheduled("Lunch of now", {
      audience: { group: true, lateJoiners: false, addresses: [] },
    });
    const others = await on.scheduled("Lunch of others", {
      audience: { group: false, addresses: [adele] },
    });
    const takenOff = await on.scheduled("Lunch without Raul", {
      audience: { group: true, addresses: [raul] },
    });
    expect(notWanted.audience?.lateJoiners).toBe(false);
    await on.change(takenOff.id, {
      audience: { group: true, addresses: [] },
    });
    const before = on.mails("Lunch without Raul");
    expect(before[raul]).toEqual(["invitation", "cancellation"]);
    on.join(raul);
    await on.followed(raul, true);
    expect(on.mails("Lunch of now")[raul]).toBeUndefined();
    expect(on.mails("Lunch of others")[raul]).toBeUndefined();
    expect(on.mails("Lunch without Raul")).toEqual(before);
    for (const { id } of [notWanted, others, takenOff])
      expect((await on.lead.event(id)).lateInvitations).toEqual([]);
    // Switched on, it takes everybody who has joined since; that is a change like any other.
    await on.change(notWanted.id, {
      audience: { group: true, lateJoiners: true, addresses: [] },
    });
    expect(on.mails("Lunch of now")[raul]).toEqual(["invitation"]);
    expect(on.mails("Lunch of now")[adele]).toEqual(["invitation"]);
  });

  it("is not invited to what is cancelled or has begun", async () => {
    const cancelled = await on.scheduled("Cancelled lunch");
    const begun = await on.scheduled("Begun lunch");
    await on.lead.send(
      "POST",
      `/api/events/${cancelled.id}/cancel`,
      { message: "" },
      { "If-Match": `"${cancelled.version}"` },
    );
    await inDatabase(
      world,
      "update scheduled_events set starts_at = now() - interval '1 minute' where id = $1",
      [begun.id],
    );
    on.join("BenW@contoso.com");
    await on.followed("BenW@contoso.com", true);
    for (const title of ["Cancelled lunch", "Begun lunch"])
      expect(on.mails(title)["BenW@contoso.com"]).toBeUndefined();
  });
});

describe("who joins while a lead can still stop what goes out", () => {
  let world: World;
  let on: ReturnType<typeof scene>;

  beforeAll(async () => {
    world = await openWorld({ environment: { SEND_HOLD_SECONDS: "8" } });
    await world.connectAccount();
    on = scene(world, await world.groupId(team, people.lead));
  });
  afterAll(() => world.close());

  it("is invited once it is out", async () => {
    const groupId = await world.groupId(team, people.lead);
    const { body: event } = await on.lead.send<EventDetail>(
      "POST",
      "/api/events",
      lunch(groupId, { title: "Held lunch" }),
    );
    on.join(lee);
    await waitFor("the roster", async () =>
      (await world.as(lee).me()).groups.some(({ id }) => id === groupId),
    );
    await on.isOut(event.id);
    await untilIdle(world);
    expect(on.mails("Held lunch")[lee]).toEqual(["invitation"]);
    expect(on.mails("Held lunch")[adele]).toEqual(["invitation"]);
    expect((await on.lead.event(event.id)).lateInvitations).toHaveLength(1);
  });
});

describe("many who join at once", () => {
  const count = 120;
  const crowd = numberedEmployees(count, "contoso.com");
  let world: World;
  let on: ReturnType<typeof scene>;

  beforeAll(async () => {
    const seed = contosoSeed();
    world = await openWorld({
      environment: { WAVE_SIZE: "100" },
      simulator: { worldSeed: { ...seed, people: [...seed.people, ...crowd] } },
    });
    await world.connectAccount();
    on = scene(world, await world.groupId(team, people.lead));
  });
  afterAll(() => world.close());

  it("are one change in each Outlook event, also when it was missed and a crash comes between", async () => {
    const title = "Lunch of a crowd";
    const event = await on.scheduled(title);
    const before = on.mails(title);
    await untilIdle(world);
    await world.product().stop();
    for (const { mail } of crowd) on.join(mail);
    const since = world.simulator.exchanges().length;
    await world.restart();
    // As the regular reading does, which may have come first.
    await inDatabase(
      world,
      `insert into pgboss.job (name, data, singleton_key, policy)
       select 'groups.sync', json_build_object('groupId', id), id::text, 'short' from groups where name = $1
       on conflict do nothing`,
      [team],
    );
    await waitFor("the crowd on the event", async () => {
      const { tally } = await on.lead.event(event.id);
      return tally.total === event.tally.total + count;
    });
    await world.product().kill();
    await world.restart();
    await on.isOut(event.id);
    await untilIdle(world);
    // The first has room for 88 of them, and another is made for the rest.
    expect(
      on
        .writes(since)
        .map(({ requestBody }) => Object.keys(requestBody as object)),
    ).toEqual([["attendees"]]);
    expect(on.mails(title)).toEqual({
      ...before,
      ...Object.fromEntries(crowd.map(({ mail }) => [mail, ["invitation"]])),
    });
    expect((await on.lead.event(event.id)).lateInvitations).toEqual([
      expect.objectContaining({ groupName: team, people: count }),
    ]);
  });
});

async function inDatabase(
  world: World,
  query: string,
  values: string[],
): Promise<void> {
  const client = new pg.Client(world.database.connectionString);
  await client.connect();
  try {
    await client.query(query, values);
  } finally {
    await client.end();
  }
}
