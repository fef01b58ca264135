import pg from "pg";
import type { EventDetail } from "../../bot/contract/events.ts";
import {
  stoppedWorkListSchema,
  type StoppedWork,
} from "../../bot/contract/stopped-work.ts";
import { openChannel, type TestChannel } from "../harness/channel.ts";
import { untilIdle } from "../harness/idle.ts";
import { parseCard } from "../harness/parse-card.ts";
import { waitFor } from "../harness/wait-for.ts";
import { lunch, openWorld, people, type World } from "../harness/world.ts";

const confidentialLead = "LeeG@contoso.com";

describe("work that has stopped", () => {
  let world: World;
  let channel: TestChannel;
  let database: pg.Client;
  beforeAll(async () => {
    world = await openWorld();
    world.simulator.installPersonally(people.admin);
    await world.simulator.settled();
    await world.as(people.admin).me();
    await world.connectAccount();
    channel = await openChannel(world);
    database = new pg.Client(world.database.connectionString);
    await database.connect();
    await untilIdle(world, 60_000);
  }, 90_000);
  afterEach(() => world.simulator.clearFaults());
  afterAll(async () => {
    await database.end();
    await world.close();
  });

  const list = async (person = people.admin): Promise<StoppedWork[]> => {
    const { status, body } = await world
      .as(person)
      .send("GET", "/api/stopped-work");
    expect(status).toBe(200);
    return stoppedWorkListSchema.parse(body).work;
  };
  const entry = (what: string) =>
    waitFor(what, async () =>
      (await list()).find((stopped) => stopped.what === what),
    );
  const gone = (what: string) =>
    waitFor(`no more of ${what}`, async () =>
      (await list()).every((stopped) => stopped.what !== what),
    );
  const act = (method: string, path: string) =>
    world.as(people.admin).send(method, `/api/stopped-work${path}`);
  const refuse = (service: "graph" | "connector") =>
    world.simulator.setFault({
      service,
      method: "POST",
      path: service === "graph" ? "/me/events" : "/v3/conversations",
      times: null,
      effect: { kind: "status", status: 400, when: "before" },
    });

  it("is shown to admins alone", async () => {
    for (const [method, path] of [
      ["GET", ""],
      ["POST", "/retry-all"],
      ["POST", "/job.11111111-1111-4111-8111-111111111111/retry"],
      ["DELETE", "/job.11111111-1111-4111-8111-111111111111"],
    ] as const)
      expect(
        (await world.as(people.lead).send(method, `/api/stopped-work${path}`))
          .status,
      ).toBe(403);
    expect((await act("POST", "/nothing/retry")).status).toBe(404);
    expect(await list()).toEqual([]);
  });

  it("lists an event that Outlook refused, with what leads read, and sends it when an admin tries again", async () => {
    refuse("graph");
    await world
      .as(people.lead)
      .send<EventDetail>(
        "POST",
        "/api/events",
        lunch(channel.groupId, { title: "Refused lunch" }),
      );
    const what = "Invitations of “Refused lunch” (Women at Contoso)";
    const stopped = await entry(what);
    expect(stopped).toMatchObject({
      attempts: 1,
      state: "stopped",
      canRetry: true,
      canForget: false,
    });
    expect(stopped.why).toContain("Outlook refused this event.");
    expect(Date.now() - Date.parse(stopped.since)).toBeLessThan(60_000);
    expect((await act("DELETE", `/${stopped.id}`)).status).toBe(409);

    world.simulator.clearFaults();
    expect((await act("POST", `/${stopped.id}/retry`)).status).toBe(200);
    await gone(what);
    await untilIdle(world);
    expect(
      world.simulator
        .mailbox(people.lead)
        .mails.filter(({ subject }) => subject.endsWith("Refused lunch")),
    ).toHaveLength(1);
    // Whoever presses again does no harm.
    expect((await act("POST", `/${stopped.id}/retry`)).status).toBe(200);
  });

  it("lists a card that Teams refused, and tries all again", async () => {
    refuse("connector");
    await world.as(people.lead).send<EventDetail>(
      "POST",
      "/api/events",
      lunch(channel.groupId, {
        title: "Unshown lunch",
        channelIds: [channel.id],
      }),
    );
    const what = "The card of “Unshown lunch” (Women at Contoso)";
    await entry(what);
    world.simulator.clearFaults();
    expect((await act("POST", "/retry-all")).status).toBe(200);
    await gone(what);
    await waitFor(
      "the card",
      () => channel.cardsOf("Unshown lunch").length === 1,
    );
  });

  it("names nothing of a confidential group, except to its members", async () => {
    const groupId = await world.groupId("Pride Network", confidentialLead);
    await world
      .as(confidentialLead)
      .send("PUT", `/api/groups/${groupId}`, { confidential: true });
    refuse("graph");
    await world
      .as(confidentialLead)
      .send("POST", "/api/events", lunch(groupId, { title: "Quiet lunch" }));
    await entry("Invitations of an event of a confidential group");
    expect(JSON.stringify(await list())).not.toMatch(/Quiet|Pride/);
    world.simulator.clearFaults();
    await act("POST", "/retry-all");
    await gone("Invitations of an event of a confidential group");
  });

  it("ends a job that kills the process at each try, and begins it again only when somebody says so", async () => {
    world.simulator.setFault({
      service: "graph",
      path: "/me/events",
      times: null,
      effect: { kind: "latency", ms: 15_000 },
    });
    const { body } = await world
      .as(people.lead)
      .send<EventDetail>(
        "POST",
        "/api/events",
        lunch(channel.groupId, { title: "Deadly lunch" }),
      );
    const what = "Invitations of “Deadly lunch” (Women at Contoso)";
    const jobs = async () =>
      (
        await database.query<{ state: string; tries: number }>(
          `select state, retry_count as tries from pgboss.job
           where name = 'events.publish' and singleton_key = $1 and state not in ('completed', 'failed')`,
          [`${body.id}/1`],
        )
      ).rows;
    const untilRunning = () =>
      waitFor("a try", async () =>
        (await jobs()).some(({ state }) => state === "active"),
      );
    // Eight tries are left; the patience between them is not what is shown here.
    for (const triesBefore of [0, 6, 7, 8]) {
      await untilRunning();
      await world.product().kill();
      // The lane finds after a while that the dead hold it; until then the next try would only wait.
      await database.query("delete from mailbox_calls");
      await database.query(
        "update pgboss.job set retry_count = greatest(retry_count, $2) where singleton_key = $1 and state = 'active'",
        [`${body.id}/1`, triesBefore],
      );
      await world.restart();
      await database.query(
        "update pgboss.job set start_after = now() where singleton_key = $1 and state = 'retry'",
        [`${body.id}/1`],
      );
    }
    // No copy of it was made: the queue itself finds that nobody is at it any more.
    const stopped = await waitFor(
      "the entry",
      async () => (await list()).find((each) => each.what === what),
      60_000,
    );
    expect(stopped.attempts).toBe(9);
    expect(stopped.why).toContain("something went wrong on its own side");
    expect(await jobs()).toEqual([]);
    expect((await world.as(people.lead).event(body.id)).status).toBe("failed");
    // Its creation was under way at each death, and Graph has answered none of them.
    world.simulator.clearFaults();

    // Whatever enqueues it, it does not run.
    world.simulator.clearFaults();
    await database.query(
      `insert into pgboss.job (name, data, singleton_key, policy, retry_limit, dead_letter)
       values ('events.publish', $1, $2, 'short', 8, 'stopped-jobs')`,
      [JSON.stringify({ eventId: body.id, wave: 1 }), `${body.id}/1`],
    );
    await waitFor("the hold", () => world.product().log().includes("job held"));
    expect((await world.as(people.lead).event(body.id)).status).toBe("failed");

    await act("POST", `/${stopped.id}/retry`);
    await gone(what);
    await waitFor(
      "the invitations",
      async () =>
        (await world.as(people.lead).event(body.id)).status === "scheduled",
      60_000,
    );
    await waitFor("nothing left of it", async () => {
      const { rows } = await database.query(
        "select job_name from stopped_work",
      );
      return rows.length === 0;
    });
    expect(
      world.simulator
        .mailbox(people.lead)
        .mails.filter(({ subject }) => subject.endsWith("Deadly lunch")),
    ).toHaveLength(1);
  }, 180_000);

  it("lists other work by what it was, and lets go of what nobody misses", async () => {
    await database.query(
      `insert into pgboss.job (name, data, singleton_key, policy, retry_limit, dead_letter)
       values ('groups.sync', $1, $2, 'short', 0, 'stopped-jobs')`,
      [JSON.stringify({ groupId: "no id" }), "no id"],
    );
    const what = "Members and channels of a group that is no longer there";
    const stopped = await entry(what);
    expect(stopped).toMatchObject({ canRetry: false, canForget: true });
    expect(stopped.why).toContain("cannot read what this job is about");
    expect((await act("DELETE", `/${stopped.id}`)).status).toBe(200);
    expect(await list()).toEqual([]);
    expect((await act("DELETE", `/${stopped.id}`)).status).toBe(404);
  });

  it("was told to the admin by the bot, once", async () => {
    await untilIdle(world, 60_000);
    const told = world.simulator
      .messages({ conversation: { personal: people.admin } })
      .filter(({ from }) => from.kind === "bot")
      .flatMap(({ cards }) => cards)
      .map((card) => parseCard(card).texts.join(" "))
      .filter((text) => text.includes("Some work has stopped"));
    expect(told).toHaveLength(1);
    expect(told[0]).not.toMatch(/lunch|Contoso/i);
  }, 90_000);
});
