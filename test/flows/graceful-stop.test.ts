import pg from "pg";
import type { EventDetail } from "../../bot/contract/events.ts";
import { closedGate } from "../harness/gate.ts";
import { untilIdle } from "../harness/idle.ts";
import { waitFor } from "../harness/wait-for.ts";
import {
  lunch,
  openWorld,
  people,
  type Replica,
  type World,
} from "../harness/world.ts";

const member = "AdeleV@contoso.com";

describe("a backend that is asked to end", () => {
  let world: World;
  let replica: Replica;
  let database: pg.Client;
  let groupId: string;
  let gate: ReturnType<typeof closedGate>["intercept"] | null = null;
  beforeAll(async () => {
    world = await openWorld({
      simulator: { intercept: (moment) => gate?.(moment) },
    });
    await world.connectAccount();
    groupId = await world.groupId("Women at Contoso", people.lead);
    replica = await world.startReplica();
    database = new pg.Client(world.database.connectionString);
    await database.connect();
    await untilIdle(world);
  });
  afterAll(async () => {
    await database.end();
    await world.close();
  });

  /** Calls of Graph that are under way. */
  const calling = async () => {
    const { rows } = await database.query<{ calling: number }>(
      "select count(*)::int as calling from mailbox_calls where started_at is not null",
    );
    return rows[0]?.calling ?? 0;
  };

  it("hands what it cannot finish to another one at once, and nothing is lost, doubled or counted as a try", async () => {
    const titles = Array.from({ length: 20 }, (_, n) => `Handed lunch ${n}`);
    // Nothing is answered before the stop is over, so all that is running then has to be handed over.
    const creates = closedGate(
      ({ point, service, path }) =>
        point === "received" &&
        service === "graph" &&
        path.endsWith("/me/events"),
    );
    gate = creates.intercept;
    const schedule = (through: World | Replica, wanted: readonly string[]) =>
      Promise.all(
        wanted.map(
          async (title) =>
            (
              await through.as(people.lead).send<EventDetail>(
                "POST",
                "/api/events",
                lunch(groupId, {
                  title,
                  audience: { group: false, addresses: [member] },
                }),
              )
            ).body,
        ),
      );
    // So that it is the one whose calls are under way: a mailbox takes four at a time.
    world.product().freeze();
    const events = await schedule(replica, titles.slice(0, 10));
    await waitFor(
      "its calls to be under way",
      async () => (await calling()) === 4,
    );
    world.product().thaw();
    events.push(...(await schedule(world, titles.slice(10))));

    const stream = replica.as(people.lead).follow(events[0]?.id ?? "");
    await waitFor("the stream", () => stream.isConnected());
    const ended = replica.product.stop();
    await waitFor("the stream to end", () => !stream.isConnected(), 3000);
    void stream.close();
    expect(await ended).toBe(0);
    expect(replica.product.log()).toContain(
      "running jobs go back to the queue",
    );
    // Not one of its jobs is left to be missed: they wait again, or the other one is at them.
    const { rows } = await database.query<{ lost: number }>(
      "select count(*)::int as lost from pgboss.job where state = 'active' and heartbeat_on < now() - interval '7 seconds'",
    );
    expect(rows[0]?.lost).toBe(0);
    gate = null;
    creates.open();

    const lead = world.as(people.lead);
    await waitFor(
      "all invitations",
      async () => {
        const states = await Promise.all(
          events.map(async ({ id }) => (await lead.event(id)).status),
        );
        return states.every((status) => status === "scheduled");
      },
      60_000,
    );
    await untilIdle(world, 60_000);
    for (const title of titles)
      expect(
        world.simulator
          .mailbox(member)
          .mails.filter(({ subject }) => subject.endsWith(title)),
      ).toHaveLength(1);
    const { rows: failed } = await database.query(
      "select name from pgboss.job where state = 'failed'",
    );
    expect(failed).toEqual([]);
    const { rows: handedOver } = await database.query<{ left: number }>(
      "select retry_limit - retry_count as left from pgboss.job where name = 'events.publish' and retry_limit > 8",
    );
    expect(handedOver.map(({ left }) => left)).toEqual([8, 8, 8, 8]);
  }, 150_000);

  it("says so while it still answers, for as long as it is told to", async () => {
    await world.product().stop();
    await world.restart({ STOP_DELAY_SECONDS: "3" });
    const look = async (path: string) =>
      fetch(`${world.product().url}${path}`, {
        headers: { Connection: "close" },
      });
    expect((await look("/readyz")).status).toBe(200);
    const ended = world.product().stop();
    const answer = await waitFor("it to be no longer ready", async () => {
      const reply = await look("/readyz");
      return reply.status === 503 && reply;
    });
    expect(await answer.json()).toMatchObject({ code: "stopping" });
    expect((await look("/healthz")).status).toBe(200);
    expect((await world.as(people.lead).send("GET", "/api/me")).status).toBe(
      200,
    );
    expect(await ended).toBe(0);
    await expect(look("/healthz")).rejects.toThrow("fetch failed");
    await world.restart();
  }, 40_000);

  it("lets a request finish that has begun", async () => {
    world.simulator.setFault({
      service: "graph",
      path: "/me/calendar",
      times: null,
      effect: { kind: "latency", ms: 2500 },
    });
    await waitFor("the mailbox to be quiet", async () => !(await calling()));
    const answer = world.as(people.admin).send("POST", "/api/accounts/check");
    await waitFor(
      "the request to be under way",
      async () => (await calling()) > 0,
    );
    const ended = world.product().stop();
    expect((await answer).status).toBe(200);
    expect(await ended).toBe(0);
    world.simulator.clearFaults();
    await world.restart();
  }, 40_000);
});
