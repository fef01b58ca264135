import { randomUUID } from "node:crypto";
import Papa from "papaparse";
import pg from "pg";
import {
  insightsSchema,
  type InsightNumbers,
} from "../../bot/contract/insights.ts";
import type { Problem } from "../../bot/contract/problem.ts";
import { openWorld, people, type World } from "../harness/world.ts";

const confidentialLead = "LeeG@contoso.com";
const member = "AdeleV@contoso.com";

/** An event as it is in the database. */
interface Past {
  group: string;
  coHost?: string;
  at: string;
  cancelled?: boolean;
  isHeld?: boolean;
  /** How many gave each answer: accepted, tentative, declined, none. */
  answers: [number, number, number, number];
  /** Came, and accepted without coming; null: nothing is known. */
  came?: [number, number] | null;
}

/** The last day of next year: no day on which these run makes it the past. */
const ahead = `${new Date().getUTCFullYear() + 1}-12-31T12:00Z`;

const nothing: InsightNumbers = {
  events: 0,
  cancelled: 0,
  invited: 0,
  byLists: 0,
  answered: 0,
  accepted: 0,
  tentative: 0,
  declined: 0,
  counted: 0,
  came: 0,
  expected: 0,
  didNotCome: 0,
};

describe("insights", () => {
  let world: World;
  let database: pg.Client;
  const groups = { women: "", pride: "", parents: "" };
  beforeAll(async () => {
    world = await openWorld();
    groups.women = await world.groupId("Women at Contoso", people.lead);
    groups.pride = await world.groupId("Pride Network", confidentialLead);
    groups.parents = await world.groupId(
      "Parents and Caregivers",
      "AlexW@contoso.com",
    );
    await world
      .as(confidentialLead)
      .send("PUT", `/api/groups/${groups.pride}`, { confidential: true });
    database = new pg.Client(world.database.connectionString);
    await database.connect();
    for (const past of events()) await store(past);
  });
  afterAll(async () => {
    await database.end();
    await world.close();
  });

  const events = (): Past[] => [
    {
      group: groups.women,
      at: "2025-01-31T23:30Z",
      answers: [6, 2, 1, 3],
      came: [7, 1],
    },
    {
      group: groups.women,
      at: "2025-02-10T12:00Z",
      answers: [1, 1, 0, 1],
      came: [2, 1],
    },
    {
      group: groups.women,
      coHost: groups.parents,
      at: "2025-03-10T12:00Z",
      answers: [10, 0, 0, 0],
      came: null,
    },
    {
      group: groups.women,
      at: "2025-03-11T12:00Z",
      cancelled: true,
      answers: [5, 5, 5, 5],
    },
    {
      group: groups.women,
      at: "2025-03-12T12:00Z",
      isHeld: true,
      answers: [5, 5, 5, 5],
    },
    {
      group: groups.pride,
      coHost: groups.women,
      at: "2025-03-20T12:00Z",
      answers: [2, 0, 0, 9],
      came: [6, 0],
    },
    {
      group: groups.pride,
      at: "2025-03-21T12:00Z",
      answers: [20, 0, 0, 0],
      came: [20, 0],
    },
    // What has not begun.
    { group: groups.women, at: ahead, answers: [3, 0, 0, 5] },
    { group: groups.women, at: ahead, cancelled: true, answers: [0, 0, 0, 5] },
    { group: groups.pride, at: ahead, answers: [3, 0, 0, 5] },
  ];

  async function store(past: Past): Promise<void> {
    const id = randomUUID();
    await database.query(
      `insert into scheduled_events (
         id, group_id, title, description, start_local, end_local, time_zone, starts_at, ends_at, is_online, location,
         audience_group, audience_addresses, created_by, created_at, updated_at, meeting_state, cancelled, held_until
       ) values ($1, $2, 'Past', '', '2025-01-01T12:00', '2025-01-01T13:00', 'UTC', $3, $3::timestamptz + interval '1 hour',
         false, 'Room', true, '{}', 'o1', now(), now(), 'none', $4, case when $5 then now() end)`,
      [id, past.group, past.at, past.cancelled ?? false, past.isHeld ?? false],
    );
    await database.query(
      "insert into waves (event_id, number, transaction_id, published_version) values ($1, 1, gen_random_uuid(), 1)",
      [id],
    );
    if (past.coHost)
      await database.query(
        "insert into event_groups (event_id, group_id) values ($1, $2)",
        [id, past.coHost],
      );
    for (const [index, answer] of (
      ["accepted", "tentative", "declined", "none"] as const
    ).entries())
      await database.query(
        `insert into attendees (id, event_id, address, display_name, source, answer, answered_at, answered_in)
         select gen_random_uuid(), $1, $2 || n || '@contoso.com', $2 || n, 'audience', $2,
           case when $2 <> 'none' then now() end, case when $2 <> 'none' then 'tab' end
         from generate_series(1, $3) n`,
        [id, answer, past.answers[index]],
      );
    if (past.came)
      await database.query(
        `insert into attendance_totals (
           event_id, for_end, came, in_meeting, in_room, came_without_answer, did_not_come, unlisted, counted_at
         ) select id, ends_at, $2, 0, $2, 0, $3, 0, now() from scheduled_events where id = $1`,
        [id, ...past.came],
      );
  }

  const query = (more: Record<string, string> = {}) =>
    new URLSearchParams({
      from: "2025-01-01",
      until: "2025-03-31",
      by: "month",
      timeZone: "Europe/London",
      ...more,
    }).toString();
  const insights = async (person: string, more?: Record<string, string>) => {
    const { status, body } = await world
      .as(person)
      .send("GET", `/api/insights?${query(more)}`);
    expect(status).toBe(200);
    return insightsSchema.parse(body);
  };
  const refused = async (person: string, more?: Record<string, string>) => {
    const { status, body } = await world
      .as(person)
      .send<Problem>("GET", `/api/insights?${query(more)}`);
    return [status, body.field ?? body.code];
  };

  it("tell leads of the groups that they lead, by month and by group", async () => {
    const seen = await insights(people.lead);
    expect(seen.groups).toEqual([
      { id: groups.women, name: "Women at Contoso" },
    ]);
    expect(seen.periods).toEqual([
      {
        start: "2025-01-01",
        numbers: {
          ...nothing,
          events: 1,
          invited: 12,
          answered: 9,
          accepted: 6,
          tentative: 2,
          declined: 1,
          counted: 1,
          came: 7,
          expected: 6,
          didNotCome: 1,
        },
      },
      {
        start: "2025-02-01",
        numbers: {
          ...nothing,
          events: 1,
          invited: 3,
          answered: 2,
          accepted: 1,
          tentative: 1,
          counted: 1,
          came: 2,
          expected: 1,
          didNotCome: 1,
        },
      },
      {
        start: "2025-03-01",
        // Of the event with the confidential group they see no names: how many came, and not who of those expected.
        numbers: {
          ...nothing,
          events: 2,
          cancelled: 1,
          invited: 21,
          answered: 12,
          accepted: 10,
          counted: 1,
          came: 6,
        },
      },
    ]);
    expect(seen.notToldApart).toBe(1);
    expect(seen.total).toMatchObject({ events: 4, invited: 36, came: 15 });
    expect(seen.byGroup).toEqual([
      { id: groups.women, name: "Women at Contoso", numbers: seen.total },
    ]);
  });

  it("count what has not begun apart", async () => {
    const time = { from: "2025-03-01", until: ahead.slice(0, 10) };
    const seen = await insights(people.lead, time);
    expect(seen.ahead).toBe(1);
    expect(seen.total).toMatchObject({ events: 2, cancelled: 1, invited: 21 });
    expect(seen.periods.at(-1)?.numbers).toEqual(nothing);
    expect((await insights(people.lead)).ahead).toBe(0);
    const all = { ...time, scope: "all" };
    expect((await insights(people.admin, all)).ahead).toBe(1);
  });

  it("have the days of the reader's zone, and quarters", async () => {
    const abroad = await insights(people.lead, { timeZone: "Asia/Tokyo" });
    expect(abroad.periods.map(({ numbers }) => numbers.events)).toEqual([
      0, 2, 2,
    ]);
    const quarter = await insights(people.lead, { by: "quarter" });
    expect(quarter.periods).toEqual([
      { start: "2025-01-01", numbers: quarter.total },
    ]);
  });

  it("tell admins of every group, guarded, and of no confidential one", async () => {
    const seen = await insights(people.admin, { scope: "all" });
    expect(seen.groups.map(({ name }) => name)).not.toContain("Pride Network");
    const of = (id: string) =>
      seen.byGroup.find((group) => group.id === id)?.numbers;
    expect(of(groups.women)).toEqual({
      ...nothing,
      events: 3,
      cancelled: 1,
      invited: 25,
      answered: 21,
      // Without the event of three, of which it is told that two have answered.
      accepted: 16,
      tentative: 2,
      declined: 1,
      counted: 1,
      came: 7,
    });
    // It hosts one of these events, too.
    expect(of(groups.parents)).toMatchObject({ events: 1, invited: 10 });
    expect(seen.total).toEqual(of(groups.women));
    expect(seen.notToldApart).toBe(1);
  });

  it("are of one group where that is chosen", async () => {
    const seen = await insights(people.admin, {
      scope: "all",
      group: groups.parents,
    });
    expect(seen.total).toMatchObject({ events: 1, invited: 10, accepted: 10 });
    expect(seen.byGroup.map(({ id }) => id)).toEqual([groups.parents]);
    expect(seen.groups.length).toBeGreaterThan(1);
  });

  it("are nobody else's, and of a time that makes sense", async () => {
    expect(await refused(member)).toEqual([403, "forbidden"]);
    expect(await refused(people.admin)).toEqual([403, "forbidden"]);
    expect(await refused(people.lead, { scope: "all" })).toEqual([
      403,
      "forbidden",
    ]);
    expect(await refused(people.lead, { group: groups.pride })).toEqual([
      404,
      "notFound",
    ]);
    for (const [more, field] of [
      [{ from: "2025-02-30" }, "from"],
      [{ from: "1990-01-01" }, "from"],
      [{ until: "2024-12-31" }, "until"],
      [{ timeZone: "Mars/Olympus" }, "timeZone"],
      [{ by: "day" }, "by"],
    ] as const)
      expect(await refused(people.lead, more)).toEqual([422, field]);
  });

  it("are a file with the same numbers, and who took it is on record", async () => {
    const response = await fetch(
      `${world.product().url}/api/insights.csv?${query()}`,
      {
        headers: {
          Authorization: `Bearer ${await world.simulator.ssoToken(people.lead)}`,
        },
      },
    );
    expect(response.headers.get("content-disposition")).toContain(
      "insights 2025-01-01 to 2025-03-31.csv",
    );
    const { data } = Papa.parse<Record<string, string>>(await response.text(), {
      header: true,
      skipEmptyLines: true,
    });
    const seen = await insights(people.lead);
    expect(data.map((line) => [line["From"], Number(line["Came"])])).toEqual(
      seen.periods.map(({ start, numbers }) => [start, numbers.came]),
    );
    const { rows } = await database.query(
      "select downloaded_by_name, from_day, until_day, of_all_groups from insight_downloads",
    );
    expect(rows).toEqual([
      {
        downloaded_by_name: "Megan Bowen",
        from_day: "2025-01-01",
        until_day: "2025-03-31",
        of_all_groups: false,
      },
    ]);
  });
});
