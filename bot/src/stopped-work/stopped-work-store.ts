import { sql } from "kysely";
import type { Db } from "../db/database.ts";
import { hostGroupIds, isConfidentialEvent } from "../events/event-groups.ts";
import { selectUnpublished } from "../events/wave-store.ts";

/** Kinds of jobs whose end shows at the event or the card itself, which is what is listed. */
const shownElsewhere = ["events.publish", "cards.publish"] as const;

/** A job that has stopped, with what it is about as far as that is known. */
export interface StoppedJobRow {
  id: string;
  job_name: string;
  payload: unknown;
  reason: string;
  attempts: number;
  since: Date;
  stopped_at: Date;
  retried_at: Date | null;
  title: string | null;
  /** Its group, or every group that hosts the event; null: there is none any more. */
  group_ids: string[] | null;
  group_name: string | null;
  /** Whether one of them is. */
  confidential: boolean | null;
}

export async function listStoppedJobs(db: Db): Promise<StoppedJobRow[]> {
  const { rows } = await sql<StoppedJobRow>`
    select stopped_work.id, job_name, payload, reason, attempts, since, stopped_at, retried_at,
      event.title, groups.name as group_name,
      case
        when event.id is not null then ${hostGroupIds}
        when groups.id is not null then array[groups.id]
      end as group_ids,
      groups.confidential or (event.id is not null and ${isConfidentialEvent}) as confidential
    from stopped_work
    left join scheduled_events as event on event.id::text = payload ->> 'eventId'
    left join groups on groups.id::text = coalesce(event.group_id::text, payload ->> 'groupId')
    where listed_at <= now() and job_name <> all(${shownElsewhere}::text[])
  `.execute(db);
  return rows;
}

/** Events that Outlook does not show as they are, because that was given up. */
export function listGivenUpEvents(db: Db, now: Date) {
  return (
    selectUnpublished(db)
      .innerJoin("groups", "groups.id", "event.group_id")
      .where("wave.publish_failed", "=", true)
      .where("event.ends_at", ">", now)
      // Of several waves the one that stopped last speaks for the event.
      .distinctOn("event.id")
      .orderBy("event.id")
      .orderBy("wave.publish_failed_at", (order) => order.desc().nullsLast())
      .select([
        "event.id",
        "event.title",
        "wave.publish_problem",
        "wave.publish_failed_at",
        "wave.publish_tries",
        "event.updated_at",
        "groups.name as group_name",
      ])
      .select([
        hostGroupIds.as("group_ids"),
        isConfidentialEvent.as("confidential"),
      ])
      .execute()
  );
}

/** Cards that Teams refused. What a person did (deleted, archived, removed) is theirs, and not listed. */
export function listFailedCards(db: Db, now: Date) {
  return db
    .selectFrom("event_cards as card")
    .innerJoin("scheduled_events as event", "event.id", "card.event_id")
    .innerJoin("groups", "groups.id", "event.group_id")
    .where("card.problem", "in", ["failed", "botBlocked"])
    .where("card.wanted", "=", true)
    .where("card.is_final", "=", false)
    .where("event.ends_at", ">", now)
    .select([
      "card.event_id",
      "card.channel_id",
      "card.problem",
      "card.failed_at",
      "card.failed_tries",
      "event.title",
      "event.updated_at",
      "groups.name as group_name",
    ])
    .select([
      hostGroupIds.as("group_ids"),
      isConfidentialEvent.as("confidential"),
    ])
    .execute();
}

/** How much has stopped, and when the newest of it did; null: nothing has. */
export async function readStoppedCount(
  db: Db,
  now: Date,
): Promise<{ count: number; newestAt: Date } | null> {
  const [jobs, events, cards] = await Promise.all([
    listStoppedJobs(db),
    listGivenUpEvents(db, now),
    listFailedCards(db, now),
  ]);
  const times = [
    ...jobs.map(({ stopped_at }) => stopped_at),
    ...events.map((event) => event.publish_failed_at ?? event.updated_at),
    ...cards.map((card) => card.failed_at ?? card.updated_at),
  ].map((time) => time.getTime());
  if (times.length === 0) return null;
  return { count: times.length, newestAt: new Date(Math.max(...times)) };
}
