import pg from "pg";
import type { EventDetail } from "../../bot/contract/events.ts";
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

/** Several backends share one database, one service account and so one mailbox. */
describe("three backends at one mailbox", () => {
  let world: World;
  let replicas: Replica[];
  let groupId: string;
  beforeAll(async () => {
    world = await openWorld();
    await world.connectAccount();
    replicas = [await world.startReplica(), await world.startReplica()];
    groupId = await world.groupId("Women at Contoso", people.lead);
  });
  afterAll(() => world.close());
  afterEach(() => world.simulator.clearFaults());

  const slowDown = (ms: number) =>
    world.simulator.setFault({
      service: "graph",
      times: null,
      effect: { kind: "latency", ms },
    });

  /** Schedules through each of the backends in turn. */
  const schedule = (titles: readonly string[]) => {
    const apis = [world, ...replicas].map((each) => each.as(people.lead));
    return Promise.all(
      titles.map(async (title, n) => {
        const { body } = await (
          apis[n % apis.length] ?? world.as(people.lead)
        ).send<EventDetail>(
          "POST",
          "/api/events",
          lunch(groupId, {
            title,
            audience: { group: false, addresses: [member] },
          }),
        );
        return body;
      }),
    );
  };
  const titlesOf = (name: string, count: number) =>
    Array.from({ length: count }, (_, n) => `${name} ${n}`);
  const invitationsOf = (title: string) =>
    world.simulator
      .mailbox(member)
      .mails.filter(({ subject }) => subject.endsWith(title)).length;
  /** By the database's clock, which is this machine's. */
  const readPauseEnd = async (): Promise<number> => {
    const client = new pg.Client(world.database.connectionString);
    await client.connect();
    const { rows } = await client.query<{ paused_until: Date }>(
      "select paused_until from mailbox_lanes",
    );
    await client.end();
    return rows[0]?.paused_until.getTime() ?? 0;
  };
  const allInvited = (titles: readonly string[]) =>
    waitFor(
      "all invitations",
      () => titles.every((title) => invitationsOf(title) > 0),
      60_000,
    );

  it("never have more than four requests in flight, under load", async () => {
    slowDown(150);
    const titles = titlesOf("Loaded", 60);
    await schedule(titles);
    await allInvited(titles);
    world.simulator.sendLifecycle("missed");
    await untilIdle(world, 60_000);
    expect(world.simulator.mailboxLoad()).toEqual({
      mostInFlight: 4,
      refused: 0,
    });
    expect(titles.map(invitationsOf)).toEqual(titles.map(() => 1));
  }, 120_000);

  it("never have more than four when one of them is killed, and lose and double nothing", async () => {
    slowDown(800);
    const titles = titlesOf("Killed", 14);
    await schedule(titles);
    await waitFor("the first of them", () =>
      titles.some((title) => invitationsOf(title) > 0),
    );
    await replicas.shift()?.product.kill();
    await world.product().kill();
    await world.restart();
    replicas.push(await world.startReplica());
    await allInvited(titles);
    await untilIdle(world, 60_000);
    expect(world.simulator.mailboxLoad()).toEqual({
      mostInFlight: 4,
      refused: 0,
    });
    expect(titles.map(invitationsOf)).toEqual(titles.map(() => 1));
  }, 120_000);

  it("all wait when Graph asks one of them for a pause, also for fractions of a second", async () => {
    const before = world.simulator.exchanges().at(-1)?.n ?? 0;
    world.simulator.setFault({
      service: "graph",
      path: "/me/events",
      method: "POST",
      times: 1,
      effect: {
        kind: "status",
        status: 429,
        retryAfterSeconds: 2.5,
        when: "before",
      },
    });
    const titles = titlesOf("Paused", 12);
    await schedule(titles);
    await allInvited(titles);
    const pausedUntil = await readPauseEnd();
    const asked = world.simulator
      .exchanges()
      .filter(
        ({ n, service, url }) =>
          n > before && service === "graph" && url.includes("/me/events"),
      );
    expect(asked.filter(({ status }) => status === 429)).toHaveLength(1);
    // What had its turn when the pause became known may still be on its way for a moment.
    const lastSecond = asked.filter(
      ({ at }) =>
        Date.parse(at) > pausedUntil - 1_000 && Date.parse(at) < pausedUntil,
    );
    expect(lastSecond).toEqual([]);
    expect(asked.some(({ at }) => Date.parse(at) >= pausedUntil)).toBe(true);
    expect(titles.map(invitationsOf)).toEqual(titles.map(() => 1));
  }, 60_000);
});
