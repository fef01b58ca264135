import pg from "pg";
import { insightsSchema } from "../bot/contract/insights.ts";
import { openWorld, people } from "../test/harness/world.ts";
import { figure, median, type Bench } from "./figure.ts";
import { openGround } from "./open-ground.ts";

const events = 10_000;
const attendeesEach = 100;
const rounds = 9;

/** Events of ten years, all of one group, with a hundred people invited to each, of whom three in four have answered. */
const fill = `
  insert into scheduled_events (
    id, group_id, title, description, start_local, end_local, time_zone, starts_at, ends_at, is_online, location,
    audience_group, audience_addresses, created_by, created_at, updated_at, meeting_state
  )
  select gen_random_uuid(), $1, 'Event ' || n, '', '2015-01-01T12:00', '2015-01-01T13:00', 'UTC', at, at + interval '1 hour',
    false, 'Room', true, '{}', 'o1', now(), now(), 'none'
  from (select n, timestamptz '2015-01-01 12:00Z' + n * interval '8 hours' as at from generate_series(1, ${events}) n) begun
`;
const fillRest = [
  "insert into waves (event_id, number, transaction_id, published_version) select id, 1, gen_random_uuid(), 1 from scheduled_events",
  `insert into attendees (id, event_id, address, display_name, source, answer, answered_at, answered_in)
   select gen_random_uuid(), id, 'person' || n || '@contoso.com', 'Person ' || n, 'audience', answer,
     case when answer <> 'none' then now() end, case when answer <> 'none' then 'tab' end
   from scheduled_events,
     (select n, (array['accepted', 'tentative', 'declined', 'none'])[n % 4 + 1] as answer from generate_series(1, ${attendeesEach}) n) person
   -- As it comes about: those of an event are stored together.
   order by id, n`,
  `insert into attendance_totals (
     event_id, for_end, came, in_meeting, in_room, came_without_answer, did_not_come, unlisted, counted_at
   ) select id, ends_at, 20, 0, 20, 0, 5, 0, now() from scheduled_events`,
  "vacuum analyze",
];

/** What no count of answers by event can be done without: every attendee is looked at once. */
const floor = `
  select event_id, count(*) filter (where answer = 'accepted'), count(*) filter (where answer = 'tentative'),
    count(*) filter (where answer = 'declined'), count(*)
  from attendees where wanted group by event_id
`;

/** The insights of 10,000 events with a million invitations, over HTTP, against what counting the answers alone takes. */
export const bench: Bench = {
  names: ["insights"],
  async measure(say) {
    await using opened = new AsyncDisposableStack();
    await openGround(opened);
    const world = await openWorld({ environment: { LOG_LEVEL: "warn" } });
    opened.defer(() => world.close());
    const groupId = await world.groupId("Women at Contoso", people.lead);
    const database = new pg.Client(world.database.connectionString);
    await database.connect();
    opened.defer(() => database.end());
    await database.query(fill, [groupId]);
    for (const statement of fillRest) await database.query(statement);
    const path =
      "/api/insights?from=2015-01-01&until=2024-12-31&by=month&timeZone=Europe/London";
    const took = { value: [] as number[], limit: [] as number[] };
    const time = async (work: () => Promise<unknown>) => {
      const begun = performance.now();
      await work();
      return performance.now() - begun;
    };
    // In turn, so that what else the machine does falls on both alike; the first is not counted.
    for (let round = 0; round <= rounds; round++) {
      const value = await time(async () => {
        const { body } = await world.as(people.lead).send("GET", path);
        const { total } = insightsSchema.parse(body);
        if (total.invited !== events * attendeesEach)
          throw new Error(`Counted ${total.invited} invitations.`);
      });
      const limit = await time(() => database.query(floor));
      if (round === 0) continue;
      took.value.push(value);
      took.limit.push(limit);
    }
    say(`longest of ${rounds}: ${Math.max(...took.value).toFixed(0)} ms`);
    return [
      figure({
        name: "insights",
        value: median(took.value),
        unit: "ms",
        limit: median(took.limit),
      }),
    ];
  },
};
