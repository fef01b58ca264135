import { sql, type RawBuilder } from "kysely";
import type { InsightNumbers } from "../../contract/insights.ts";
import type { Db } from "../db/database.ts";
import type { InsightScope } from "./insight-scope.ts";
import type { Periods } from "./periods-of.ts";

/** The numbers of one part of the events; `period` counts from 0. */
export interface InsightRow extends InsightNumbers {
  /** `ahead`: of those that have not begun, which count nowhere else. */
  kind: "period" | "group" | "cell" | "ahead";
  period: number | null;
  group_id: string | null;
  not_told_apart: number;
}

/**
 * Counts events in parts, by one query: by period (each event once), by group, and, if asked for, by both. What has not
 * begun is counted apart: nobody can have come, and answers are still to be given.
 *
 * Where the reader does not see an event's names, its numbers are guarded before they are added up, as they are on the
 * event's page (`guardTally`, `guardCounts`): so no two sums tell more of an event by their difference than its page does.
 * An event of a confidential group counts for those who lead one of its groups alone.
 */
export async function readInsights(
  db: Db,
  given: {
    scope: Pick<InsightScope, "chosen" | "led">;
    periods: Periods;
    smallestBreakdown: number;
    withCells: boolean;
    now: Date;
  },
): Promise<InsightRow[]> {
  const { scope, periods, smallestBreakdown: smallest } = given;
  const starts = periods.starts.map(({ at }) => at.toISOString());
  const [first = periods.end.toISOString()] = starts;
  const led = sql`${scope.led}::uuid[]`;
  const chosen = sql`${scope.chosen}::uuid[]`;
  const byGroup = sql`join host on host.event_id = fact.id and host.group_id = any(${chosen})`;
  const { rows } = await sql<InsightRow>`
    with hosted as (
      select id from scheduled_events where group_id = any(${chosen})
      union
      select event_id from event_groups where group_id = any(${chosen})
    ), event as (
      select id, group_id, cancelled, ends_at, starts_at > ${given.now} as is_ahead,
        width_bucket(starts_at, ${starts}::timestamptz[]) - 1 as period
      from scheduled_events join hosted using (id)
      where held_until is null and starts_at >= ${first} and starts_at < ${periods.end}
    ), host as (
      select id as event_id, group_id from event
      union
      select event_groups.event_id, event_groups.group_id from event_groups join event on event.id = event_id
    ), chosen as (
      select event.id, event.period, event.cancelled, event.ends_at, event.is_ahead,
        bool_or(groups.confidential) as is_confidential,
        bool_or(host.group_id = any(${led}))
          and bool_and(not groups.confidential or host.group_id = any(${led})) as sees_names
      from event
      join host on host.event_id = event.id
      join groups on groups.id = host.group_id
      group by event.id, event.period, event.cancelled, event.ends_at, event.is_ahead
      having not bool_or(groups.confidential) or bool_or(host.group_id = any(${led}))
    ), tally as (
      select event_id,
        count(*) filter (where answer = 'accepted') as accepted,
        count(*) filter (where answer = 'tentative') as tentative,
        count(*) filter (where answer = 'declined') as declined,
        count(*) filter (where answer <> 'none' or list_size is null) as total,
        count(list_size) as lists,
        coalesce(sum(list_size), 0) as about,
        count(*) filter (where source = 'outlook' and answer <> 'none') as members
      -- Not of those that are left: how many these are PostgreSQL cannot guess, and takes a slow way for few.
      from attendees join event on event.id = event_id and not event.cancelled and not event.is_ahead
      where wanted
      group by event_id
    ), counted as (
      select chosen.*, tally.*,
        accepted + tentative + declined as answered,
        case when lists > 0 then total - members + about else total end as reached,
        totals.came, totals.did_not_come
      from chosen
      left join tally on tally.event_id = chosen.id
      left join attendance_totals totals
        on totals.event_id = chosen.id and totals.for_end = chosen.ends_at and not chosen.cancelled
    ), fact as materialized (
      select id, period, cancelled, is_ahead, total, about, answered, accepted, tentative, declined, sees_names, did_not_come,
        sees_names or not (reached < ${smallest} or (is_confidential and answered < ${smallest})) as is_told_apart,
        case when sees_names or came >= ${smallest} then came end as came
      from counted
    )
    ${sumsBy("period", sql`period`, sql`null::uuid`, sql``)}
    union all
    ${sumsBy("group", sql`null::int`, sql`host.group_id`, byGroup)}
    union all
    ${sumsBy("ahead", sql`null::int`, sql`null::uuid`, sql``)}
    ${given.withCells ? sql`union all ${sumsBy("cell", sql`period`, sql`host.group_id`, byGroup)}` : sql``}
  `.execute(db);
  return rows;
}

function sumsBy(
  kind: InsightRow["kind"],
  period: RawBuilder<unknown>,
  groupId: RawBuilder<unknown>,
  join: RawBuilder<unknown>,
): RawBuilder<InsightRow> {
  return sql`
    select ${sql.lit(kind)} as kind, ${period} as period, ${groupId} as group_id,
      count(*) filter (where not cancelled)::int as events,
      count(*) filter (where cancelled)::int as cancelled,
      coalesce(sum(total), 0)::int as invited,
      coalesce(sum(about), 0)::int as "byLists",
      coalesce(sum(answered), 0)::int as answered,
      coalesce(sum(accepted) filter (where is_told_apart), 0)::int as accepted,
      coalesce(sum(tentative) filter (where is_told_apart), 0)::int as tentative,
      coalesce(sum(declined) filter (where is_told_apart), 0)::int as declined,
      count(came)::int as counted,
      coalesce(sum(came), 0)::int as came,
      coalesce(sum(accepted) filter (where came is not null and sees_names), 0)::int as expected,
      coalesce(sum(least(did_not_come, accepted)) filter (where came is not null and sees_names), 0)::int as "didNotCome",
      count(*) filter (where answered > 0 and not is_told_apart)::int as not_told_apart
    from fact ${join}
    where is_ahead = ${sql.lit(kind === "ahead")}
    group by 2, 3
  `;
}
