import { sql } from "kysely";
import type { Answer } from "../../contract/answer.ts";
import type { Db } from "../db/database.ts";
import { tallyOfCounts } from "../responses/attendee-response.ts";
import { maxRefreshedUsers, type EventCardFacts } from "./render/event-card.ts";

/** What a card shows, with the wall-clock start that its links need. */
export interface StoredCardFacts extends EventCardFacts {
  /** Such as `2026-12-01T17:00`. */
  start: string;
}

/** Reads everything that an event's card shows, in one query; null when there is no such event. */
export async function readCardFacts(
  db: Db,
  eventId: string,
): Promise<StoredCardFacts | null> {
  const row = await db
    .selectFrom("scheduled_events as event")
    .innerJoin("groups", "groups.id", "event.group_id")
    .where("event.id", "=", eventId)
    .select([
      "event.title",
      "event.start_local",
      "event.starts_at",
      "event.ends_at",
      "event.location",
      "event.is_online",
      "event.join_url",
      "event.cancelled",
      "event.cancel_message",
      "event.schedule_version",
      "event.open",
      "groups.name",
      "groups.confidential",
    ])
    .select(
      sql<Partial<Record<Answer, number>> | null>`(
        select json_object_agg(answer, n) from (
          select answer, count(*)::int as n from attendees
          where event_id = event.id and wanted group by answer
        ) counts
      )`.as("counts"),
    )
    .select(
      // Who answered comes first: they look for what they said.
      sql<string[]>`array(
        select people.teams_user_id from attendees
        join people on people.object_id = attendees.object_id
        where attendees.event_id = event.id and attendees.wanted
          and people.teams_user_id is not null
        order by attendees.answered_at desc nulls last, people.teams_user_id
        limit ${sql.lit(maxRefreshedUsers)}
      )`.as("refresh_for"),
    )
    .executeTakeFirst();
  if (!row) return null;
  return {
    eventId,
    groupName: row.name,
    confidential: row.confidential,
    title: row.title,
    start: row.start_local,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    location: row.location,
    isOnline: row.is_online,
    joinUrl: row.join_url,
    cancelled: row.cancelled,
    cancelMessage: row.cancel_message,
    scheduleVersion: row.schedule_version,
    open: row.open,
    tally: tallyOfCounts(row.counts ?? {}),
    // In one order, so that the same people make the same card.
    refreshFor: row.refresh_for.toSorted(),
  };
}
