import pg from "pg";
import type { GivenAnswer } from "../../bot/contract/answer.ts";
import type { EventDetail } from "../../bot/contract/events.ts";
import type { Timeline } from "../../bot/contract/timeline.ts";
import type { FollowedEvent } from "../harness/api.ts";
import {
  openDatabaseProxy,
  type DatabaseProxy,
} from "../harness/database-proxy.ts";
import { untilIdle } from "../harness/idle.ts";
import { waitFor } from "../harness/wait-for.ts";
import {
  lunch,
  openWorld,
  people,
  type Replica,
  type World,
} from "../harness/world.ts";

const adele = "AdeleV@contoso.com";
const lidia = "LidiaH@contoso.com";
const everyAnswer = ["accepted", "tentative", "declined"] as const;

describe("the timeline of answers", () => {
  let world: World;
  let proxy: DatabaseProxy | null = null;
  let statements: string[] = [];
  let groupId: string;
  const followed: FollowedEvent[] = [];

  beforeAll(async () => {
    world = await openWorld({
      proxyDatabase: async (target) => {
        proxy = await openDatabaseProxy({
          target,
          onStatement: (sql) => statements.push(sql),
        });
        return proxy.connectionString;
      },
    });
    await world.connectAccount();
    groupId = await world.groupId("Women at Contoso", people.lead);
  });
  afterEach(async () => {
    world.simulator.clearFaults();
    await Promise.all(followed.splice(0).map((one) => one.close()));
  });
  afterAll(async () => {
    await world.close();
    await proxy?.close();
  });

  const lead = () => world.as(people.lead);
  const schedule = async (title: string): Promise<EventDetail> => {
    const { body } = await lead().send<EventDetail>(
      "POST",
      "/api/events",
      lunch(groupId, { title }),
    );
    const scheduled = await waitFor("the invitations", async () => {
      const event = await lead().event(body.id);
      return event.status === "scheduled" && event;
    });
    await untilIdle(world);
    return scheduled;
  };
  const answer = async (id: string, person: string, given: GivenAnswer) => {
    const stored = await world
      .as(person)
      .send("PUT", `/api/events/${id}/response`, { answer: given });
    expect(stored.status).toBe(200);
  };
  /** One person's answers, each another than the one before; `first` counts on from earlier ones. */
  const answerOften = async (id: string, times: number, first = 0) => {
    for (let n = first; n < first + times; n += 1)
      await answer(id, adele, everyAnswer[n % 3]!);
  };
  const page = (id: string, query = "", person = people.lead) =>
    world.as(person).send<Timeline>("GET", `/api/events/${id}/answers${query}`);
  const follow = async (
    id: string,
    person = people.lead,
    through: World | Replica = world,
  ): Promise<FollowedEvent> => {
    const stream = through.as(person).follow(id);
    followed.push(stream);
    await waitFor("the stream", () => stream.latest());
    return stream;
  };
  const said = (timeline: Timeline | null | undefined) =>
    timeline?.answers.map(
      ({ displayName, answer: given, replaced, answeredIn, isVoid }) =>
        `${displayName}: ${replaced ?? "nothing"} → ${given} in ${answeredIn}${isVoid ? ", void" : ""}`,
    );

  it("tells a lead who answered what, where, in place of what, and what a move has voided", async () => {
    const event = await schedule("First lunch");
    const stream = await follow(event.id);
    expect(stream.latest()?.timeline).toEqual({
      answers: [],
      nextCursor: null,
    });
    world.simulator.respond({
      person: adele,
      subject: "First lunch",
      response: "accepted",
    });
    await waitFor(
      "the answer of Outlook",
      () => stream.latest()?.timeline?.answers.length === 1,
    );
    await answer(event.id, lidia, "tentative");
    await answer(event.id, adele, "declined");
    const before = [
      "Adele Vance: accepted → declined in tab",
      "Lidia Holloway: nothing → tentative in tab",
      "Adele Vance: nothing → accepted in outlook",
    ];
    await waitFor(
      "all three",
      () => stream.latest()?.timeline?.answers.length === 3,
    );
    expect(said(stream.latest()?.timeline)).toEqual(before);
    const seen = await lead().event(event.id);
    expect(said(seen.timeline)).toEqual(before);
    expect(seen.timeline?.answers[0]).toMatchObject({
      address: adele.toLowerCase(),
      answeredAt: seen.attendees?.find(
        ({ address }) => address === adele.toLowerCase(),
      )?.answeredAt,
    });

    const { groupId: _group, ...change } = lunch(groupId, {
      title: "First lunch",
      start: "2031-12-02T12:00",
      end: "2031-12-02T13:00",
    });
    await lead().send("PUT", `/api/events/${event.id}`, change, {
      "If-Match": `"${seen.version}"`,
    });
    await answer(event.id, adele, "accepted");
    await waitFor(
      "the answer to the new time",
      () => stream.latest()?.timeline?.answers.length === 4,
    );
    expect(said(stream.latest()?.timeline)).toEqual([
      // What was said to the earlier time is not what this answer replaces.
      "Adele Vance: nothing → accepted in tab",
      ...before.map((line) => `${line}, void`),
    ]);
  });

  it("does not name people who are no longer invited", async () => {
    const event = await schedule("Smaller lunch");
    await answer(event.id, adele, "accepted");
    await answer(event.id, lidia, "accepted");
    const { groupId: _group, ...change } = lunch(groupId, {
      title: "Smaller lunch",
      audience: { group: false, addresses: [lidia, people.lead] },
    });
    const { version } = await lead().event(event.id);
    await lead().send("PUT", `/api/events/${event.id}`, change, {
      "If-Match": `"${version}"`,
    });
    expect(said((await page(event.id)).body)).toEqual([
      "Lidia Holloway: nothing → accepted in tab",
    ]);
  });

  it("is shown to nobody but leads, neither in pages nor in the stream", async () => {
    const event = await schedule("Private lunch");
    await answer(event.id, lidia, "accepted");
    const stream = await follow(event.id, adele);
    await answer(event.id, adele, "accepted");
    const live = await waitFor("both answers", () => {
      const latest = stream.latest();
      return latest?.tally.accepted === 2 && latest;
    });
    expect(live.timeline).toBeNull();
    expect((await world.as(adele).event(event.id)).timeline).toBeNull();
    for (const person of [adele, people.admin])
      expect(await page(event.id, "", person)).toMatchObject({
        status: 403,
        body: { code: "forbidden" },
      });
    const confidential = await world.groupId(
      "Pride Network",
      "LeeG@contoso.com",
    );
    await world
      .as("LeeG@contoso.com")
      .send("PUT", `/api/groups/${confidential}`, { confidential: true });
    const hidden = await world
      .as("LeeG@contoso.com")
      .send<EventDetail>("POST", "/api/events", lunch(confidential));
    expect(await page(hidden.body.id, "", people.lead)).toMatchObject({
      status: 404,
    });
    expect(await page(hidden.body.id, "", "GradyA@contoso.com")).toMatchObject({
      status: 403,
    });
  });

  it("goes back page by page to the first answer, by one kind if wanted, while new ones come", async () => {
    const event = await schedule("Long lunch");
    await answerOften(event.id, 120);
    const first = (await lead().event(event.id)).timeline;
    expect(first?.answers).toHaveLength(50);
    await answer(event.id, lidia, "accepted");
    const second = await page(event.id, `?cursor=${first?.nextCursor}`);
    const third = await page(event.id, `?cursor=${second.body.nextCursor}`);
    const ids = [first, second.body, third.body].flatMap(
      (each) => each?.answers.map(({ id }) => Number(id)) ?? [],
    );
    expect(ids).toHaveLength(120);
    expect(ids).toEqual([...new Set(ids)].toSorted((a, b) => b - a));
    expect(third.body.nextCursor).toBeNull();
    expect(third.body.answers.at(-1)).toMatchObject({
      answer: "accepted",
      replaced: null,
    });

    const declined = await page(
      event.id,
      `?cursor=${first?.nextCursor}&answer=declined`,
    );
    expect(declined.body.answers).toHaveLength(23);
    expect(
      new Set(declined.body.answers.map(({ answer: given }) => given)),
    ).toEqual(new Set(["declined"]));
    // It says what each replaced all the same, which is an answer of another kind.
    expect(declined.body.answers[0]?.replaced).toBe("tentative");
  });

  it.each(["?cursor=x", "?cursor=-1", "?cursor=1%27", "?answer=none"])(
    "refuses %s",
    async (query) => {
      const { id } = (await lead().events()).events[0]!;
      expect((await page(id, query)).status).toBe(422);
    },
  );

  it("reads an event once a change, however many watch it", async () => {
    const event = await schedule("Watched lunch");
    const alone = await follow(event.id);
    const countWhile = async (work: () => Promise<void>) => {
      await untilIdle(world);
      statements = [];
      await work();
      await untilIdle(world);
      // The job queue asks by itself, at its own pace.
      return statements.filter((sql) => !/pgboss|listen/i.test(sql));
    };
    const untilTold = (streams: FollowedEvent[], count: number) =>
      waitFor("everybody to be told", () =>
        streams.every((stream) => {
          const live = stream.latest();
          const newest = live?.timeline?.answers.length ?? count;
          return (
            newest === count && live?.tally[everyAnswer[(count - 1) % 3]!] === 1
          );
        }),
      );
    const forOne = await countWhile(async () => {
      await answerOften(event.id, 20);
      await untilTold([alone], 20);
    });

    const viewers = [alone];
    const everybody = world.simulator.world.people.map(({ mail }) => mail);
    for (let n = 0; n < 49; n += 1)
      viewers.push(await follow(event.id, everybody[n % everybody.length]));
    const forFifty = await countWhile(async () => {
      await answerOften(event.id, 20, 20);
      await untilTold(viewers, 40);
    });

    const views = (all: string[]) =>
      all.filter((sql) => sql.includes("of_event as materialized")).length;
    expect(views(forOne)).toBeGreaterThan(0);
    expect(views(forFifty)).toBeGreaterThan(0);
    expect(views(forFifty)).toBeLessThanOrEqual(20);
    // A query for each viewer of each change would be 980 more.
    expect(forFifty.length).toBeLessThan(forOne.length + 100);
  }, 60_000);

  it("loses nothing when the connection that hears of changes is cut", async () => {
    const event = await schedule("Cut lunch");
    const stream = await follow(event.id);
    const client = new pg.Client(world.database.connectionString);
    await client.connect();
    const cut = await client.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'erg-events-listen' and datname = current_database()",
    );
    await client.end();
    expect(cut.rowCount).toBeGreaterThan(0);
    // Nobody hears of these when they happen.
    await answer(event.id, adele, "accepted");
    await answer(event.id, lidia, "declined");
    await waitFor(
      "what happened meanwhile",
      () => stream.latest()?.timeline?.answers.length === 2,
    );
    await answer(event.id, adele, "tentative");
    await waitFor(
      "what happens after",
      () => stream.latest()?.timeline?.answers.length === 3,
    );
    expect(stream.latest()?.tally).toMatchObject({ tentative: 1, declined: 1 });
  });

  it("is the same at every replica, and goes on after the backend was restarted", async () => {
    const event = await schedule("Shared lunch");
    const replica = await world.startReplica();
    const streams = [
      await follow(event.id),
      await follow(event.id, people.lead, replica),
    ];
    await answer(event.id, adele, "accepted");
    await replica
      .as(lidia)
      .send("PUT", `/api/events/${event.id}/response`, { answer: "declined" });
    const both = [
      "Lidia Holloway: nothing → declined in tab",
      "Adele Vance: nothing → accepted in tab",
    ];
    for (const stream of streams)
      await waitFor("both answers", () => {
        expect(said(stream.latest()?.timeline)).toEqual(both);
        return true;
      });

    await world.product().kill();
    // The other one takes it while this one is down.
    await replica
      .as(adele)
      .send("PUT", `/api/events/${event.id}/response`, { answer: "tentative" });
    await waitFor("the break", () => !streams[0]!.isConnected());
    await world.restart();
    for (const stream of streams)
      await waitFor("all three answers", () => {
        expect(said(stream.latest()?.timeline)).toEqual([
          "Adele Vance: accepted → tentative in tab",
          ...both,
        ]);
        return true;
      });
    await waitFor("the stream again", () => streams[0]!.isConnected());
  }, 60_000);
});
