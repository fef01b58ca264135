import { sql } from "kysely";
import type { Answer } from "../../contract/answer.ts";
import type { Db } from "../db/database.ts";
import { isConfidential } from "../access/policy.ts";
import { readAudienceSettings } from "../audience/audience-settings.ts";
import { gather } from "../db/gather.ts";
import { richTextOf } from "../description/settle-description.ts";
import { coHostsOf, type HostGroup } from "../events/event-groups.ts";
import { tallyOfCounts } from "../responses/attendee-response.ts";
import { guardTally } from "../responses/guard-tally.ts";
import {
  listNameInSql,
  withLists,
  type ListCounts,
} from "../responses/tally-attendees.ts";
import { maxRefreshedUsers, type EventCardFacts } from "./render/event-card.ts";

/** What a card shows, and what goes with it. */
export interface StoredCardFacts extends EventCardFacts {
  /** Such as `2026-12-01T17:00`. */
  start: string;
  /** True once Outlook has shown the event; before that no card is posted. */
  isOut: boolean;
  /** The messages that carry the card, by channel. */
  messages: Readonly<Record<string, string | null>>;
}

/** @returns null when there is no such event */
export type ReadCardFacts = (
  eventId: string,
) => Promise<StoredCardFacts | null>;

/** Reads everything that events' cards show, in one query; calls of the same moment share it. */
export function openCardFacts(deps: { db: Db }): ReadCardFacts {
  return gather((eventIds: string[]) => readAll(deps.db, eventIds));
}

async function readAll(
  db: Db,
  eventIds: readonly string[],
): Promise<(StoredCardFacts | null)[]> {
  const rows = await db
    .selectFrom("scheduled_events as event")
    .innerJoin("groups", "groups.id", "event.group_id")
    .where(sql<boolean>`event.id = any(${[...new Set(eventIds)]}::uuid[])`)
    .select([
      "event.id",
      "event.title",
      "event.description",
      "event.description_html",
      "event.start_local",
      "event.is_all_day",
      "event.time_zone",
      "event.starts_at",
      "event.ends_at",
      "event.location",
      "event.is_online",
      "event.join_url",
      "event.cancelled",
      "event.cancel_message",
      "event.schedule_version",
      "event.moved_at",
      "event.open",
      "groups.name",
      "groups.confidential",
    ])
    .select(coHostsOf("event.id").as("co_hosts"))
    .select(
      // The first wave owns the Teams meeting, and goes first.
      sql<boolean>`exists (
        select 1 from waves
        where event_id = event.id and number = 1 and published_version > 0
      )`.as("is_out"),
    )
    .select(
      sql<Partial<Record<Answer, number>> | null>`(
        select json_object_agg(answer, n) from (
          select answer, count(*)::int as n from attendees
          where event_id = event.id and wanted and not (answer = 'none' and list_size is not null)
          group by answer
        ) counts
      )`.as("counts"),
    )
    .select(
      sql<ListCounts>`(
        select json_build_object(
          'lists', count(list_size), 'about', coalesce(sum(list_size), 0),
          'members', count(*) filter (where source = 'outlook' and answer <> 'none'),
          'name', ${listNameInSql}
        ) from attendees where event_id = event.id and wanted
      )`.as("list_counts"),
    )
    .select(
      sql<string | null>`(
        select left(md5(string_agg(id || answer || (answered_in = 'outlook'), ' ' order by id)), 12)
        from attendees where event_id = event.id and wanted and answered_in is not null
      )`.as("answers_mark"),
    )
    .select(
      // Who answered comes first: they look for what they said.
      sql<string[]>`array(
        select people.teams_user_id from (
          select object_id from attendees
          where event_id = event.id and wanted and object_id is not null
          order by answered_at desc nulls last, object_id
          limit ${sql.lit(maxRefreshedUsers)}
        ) first
        join people on people.object_id = first.object_id
        where people.teams_user_id is not null
      )`.as("refresh_for"),
    )
    .select(
      sql<Record<string, string | null> | null>`(
        select json_object_agg(channel_id, activity_id) from event_cards
        where event_id = event.id
      )`.as("messages"),
    )
    .execute();
  const { smallestBreakdown } = await readAudienceSettings(db);
  const facts = new Map(
    rows.map((row) => [row.id, asFacts(row, smallestBreakdown)]),
  );
  return eventIds.map((id) => facts.get(id) ?? null);
}

interface FactsRow {
  id: string;
  is_out: boolean;
  title: string;
  description: string;
  description_html: string | null;
  start_local: string;
  is_all_day: boolean;
  time_zone: string;
  starts_at: Date;
  ends_at: Date;
  location: string;
  is_online: boolean;
  join_url: string | null;
  cancelled: boolean;
  cancel_message: string | null;
  schedule_version: number;
  moved_at: Date | null;
  open: boolean;
  name: string;
  confidential: boolean;
  co_hosts: HostGroup[];
  counts: Partial<Record<Answer, number>> | null;
  list_counts: ListCounts;
  refresh_for: string[];
  answers_mark: string | null;
  messages: Record<string, string | null> | null;
}

function asFacts(row: FactsRow, smallestBreakdown: number): StoredCardFacts {
  const confidential = isConfidential({ groups: [row, ...row.co_hosts] });
  const tally = withLists(tallyOfCounts(row.counts ?? {}), row.list_counts);
  return {
    eventId: row.id,
    isOut: row.is_out,
    answersMark: row.answers_mark ?? "",
    messages: row.messages ?? {},
    groupNames: [row.name, ...row.co_hosts.map(({ name }) => name)],
    title: row.title,
    description: richTextOf({
      description: row.description,
      descriptionHtml: row.description_html,
    }),
    start: row.start_local,
    isAllDay: row.is_all_day,
    timeZone: row.time_zone,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    location: row.location,
    isOnline: row.is_online,
    joinUrl: row.join_url,
    cancelled: row.cancelled,
    cancelMessage: row.cancel_message,
    scheduleVersion: row.schedule_version,
    movedAt: row.moved_at,
    open: row.open,
    tally: guardTally(tally, { confidential, smallestBreakdown }),
    // In one order, so that the same people make the same card.
    refreshFor: row.refresh_for.toSorted(),
  };
}
