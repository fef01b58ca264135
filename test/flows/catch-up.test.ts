import pg from "pg";
import type { EventDetail } from "../../bot/contract/events.ts";
import { untilIdle } from "../harness/idle.ts";
import { waitFor } from "../harness/wait-for.ts";
import { lunch, openWorld, people, type World } from "../harness/world.ts";

/** One more than two batches hold. */
const eventCount = 41;
const member = "AdeleV@contoso.com";

describe("catching up after a gap in Graph's reports", () => {
  let world: World;
  let client: pg.Client;
  let events: EventDetail[];
  beforeAll(async () => {
    world = await openWorld();
    client = new pg.Client(world.database.connectionString);
    await client.connect();
    await world.connectAccount();
    const groupId = await world.groupId("Women at Contoso", people.lead);
    const lead = world.as(people.lead);
    events = [];
    for (let n = 0; n < eventCount; n += 1) {
      const { body } = await lead.send<EventDetail>(
        "POST",
        "/api/events",
        // Years away, too: no window of a calendar view holds them all.
        lunch(groupId, {
          title: titleOf(n),
          start: `${2031 + (n % 9)}-12-01T12:00`,
          end: `${2031 + (n % 9)}-12-01T13:00`,
          audience: { group: false, addresses: [member, people.lead] },
        }),
      );
      events.push(body);
    }
    await Promise.all(
      events.map(({ id }) =>
        waitFor("the invitations", async () => {
          const event = await lead.event(id);
          return event.status === "scheduled";
        }),
      ),
    );
    await untilIdle(world);
  });
  afterEach(() => world.simulator.clearFaults());
  afterAll(async () => {
    await client.end();
    await world.close();
  });

  const titleOf = (n: number) => `Lunch number ${n} of many`;
  let answered = 0;
  /** Everybody's answer to every event, of which Graph reports nothing. */
  const answerUnheard = () => {
    world.simulator.setFault({
      service: "notification",
      times: null,
      effect: { kind: "dropNotification" },
    });
    answered += 1;
    const response = answered % 2 === 1 ? "accepted" : "declined";
    for (let n = 0; n < eventCount; n += 1)
      world.simulator.respond({
        person: member,
        subject: titleOf(n),
        response,
      });
    world.simulator.clearFaults();
    return response;
  };
  const countOf = async (response: "accepted" | "declined") => {
    const { rows } = await client.query<{ count: string }>(
      "select count(*) from attendees where address = $1 and answer = $2",
      [member.toLowerCase(), response],
    );
    return Number(rows[0]?.count);
  };
  const untilAll = (response: "accepted" | "declined") =>
    waitFor(
      "every answer",
      async () => (await countOf(response)) === eventCount,
    );
  const graphCalls = (after: number) =>
    world.simulator
      .exchanges()
      .filter(({ n, service }) => n > after && service === "graph");
  const now = () => world.simulator.exchanges().at(-1)?.n ?? 0;

  it("reads twenty events in a request, and nothing twice", async () => {
    const response = answerUnheard();
    const before = now();
    world.simulator.sendLifecycle("missed");
    await untilAll(response);
    await untilIdle(world);
    const calls = graphCalls(before).map(
      ({ method, url }) => `${method} ${url.split("/v1.0")[1]}`,
    );
    expect(calls.filter((call) => call === "POST /$batch")).toHaveLength(3);
    expect(calls.filter((call) => call.startsWith("GET /me/events"))).toEqual(
      [],
    );
  });

  it("comes back for parts that were throttled, when Graph said, and for those alone", async () => {
    const response = answerUnheard();
    const before = now();
    world.simulator.changeSettings({ requestsPer10Minutes: 1 });
    world.simulator.sendLifecycle("missed");
    await waitFor("a throttled batch", () =>
      graphCalls(before).some(({ url }) => url.endsWith("/$batch")),
    );
    world.simulator.changeSettings({ requestsPer10Minutes: 10_000 });
    // Both wait as long as Graph asked for, which is minutes.
    await waitFor("the pause of the mailbox", async () => {
      const { rowCount } = await client.query(
        "update mailbox_lanes set paused_until = null where paused_until > now() + interval '1 minute'",
      );
      return rowCount;
    });
    await waitFor("the job that comes back", async () => {
      const { rowCount } = await client.query(
        "update pgboss.job set start_after = now() where name = 'responses.catch-up' and state = 'created'",
      );
      return rowCount;
    });
    await untilAll(response);
    await untilIdle(world);
  });

  it("goes on where it was killed", async () => {
    const response = answerUnheard();
    world.simulator.setFault({
      service: "graph",
      path: "batch",
      times: null,
      effect: { kind: "latency", ms: 400 },
    });
    world.simulator.sendLifecycle("missed");
    // With the second event taken over, the first is marked as read.
    await waitFor("the first batch", async () => (await countOf(response)) > 1);
    await world.product().kill();
    const { rows } = await client.query<{ id: string }>(
      `select wave.graph_event_id as id from waves wave
       join scheduled_events event on event.id = wave.event_id
       join service_accounts account on account.id = event.account_id
       where wave.read_at >= account.catch_up_since`,
    );
    const readBefore = rows.map(({ id }) => id);
    expect(readBefore.length).toBeGreaterThan(0);
    const before = now();
    world.simulator.clearFaults();
    await world.restart();
    await untilAll(response);
    // The killed one may have been waiting for a batch, which is listed when it ends: of others, too.
    const batches = graphCalls(before)
      .filter(({ url }) => url.endsWith("/$batch"))
      .map(({ requestBody }) => JSON.stringify(requestBody));
    expect(batches.length).toBeGreaterThan(0);
    expect(
      readBefore.filter((id) =>
        batches.some((batch) => batch.includes(encodeURIComponent(id))),
      ),
    ).toEqual([]);
  });

  it("catches up by itself after nobody ran for a while, and not after a short restart", async () => {
    // The queue gives the killed one's jobs back first.
    await waitFor(
      "the killed one's jobs",
      async () => {
        const { rows } = await client.query(
          "select 1 from pgboss.job where state in ('active', 'retry')",
        );
        return rows.length === 0;
      },
      60_000,
    );
    const response = answerUnheard();
    await world.product().stop();
    const before = now();
    await world.restart();
    await untilIdle(world);
    expect(
      graphCalls(before).filter(({ url }) => url.endsWith("/$batch")),
    ).toEqual([]);
    await world.product().stop();
    await client.query(
      "update organization_settings set alive_at = now() - interval '11 minutes'",
    );
    // Left in the queue by the one that stopped: it must not hide the gap from the next.
    await client.query(
      `insert into pgboss.job (name, policy, singleton_key) values ('responses.note-alive', 'short', 'all')
       on conflict do nothing`,
    );
    await world.restart();
    await untilAll(response);
  }, 90_000);

  it("catches up when the subscription had run out and is made anew", async () => {
    const response = answerUnheard();
    await world.product().stop();
    await client.query(
      "update graph_subscriptions set graph_id = 'gone', expires_at = now() - interval '1 hour'",
    );
    await world.restart();
    await untilAll(response);
  });

  it("reads an event twice a second at most while answers pour in, and ends with the right tally", async () => {
    await untilIdle(world);
    const before = now();
    const startedAt = performance.now();
    for (let n = 0; n < 120; n += 1) {
      world.simulator.respond({
        person: member,
        subject: titleOf(0),
        response: n % 2 === 0 ? "accepted" : "declined",
      });
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    world.simulator.respond({
      person: member,
      subject: titleOf(0),
      response: "tentativelyAccepted",
    });
    await waitFor("the last answer", async () => {
      const event = await world.as(people.lead).event(events[0]!.id);
      return event.tally.tentative === 1;
    });
    await untilIdle(world);
    const seconds = (performance.now() - startedAt) / 1000;
    const reads = graphCalls(before).filter(({ url }) =>
      url.includes("/me/events/"),
    );
    expect(reads.length).toBeGreaterThan(1);
    expect(reads.length).toBeLessThanOrEqual(2 * seconds + 2);
  });
});
