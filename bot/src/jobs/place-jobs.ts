import { sql } from "kysely";
import type { JobInsert } from "pg-boss";
import type { Db } from "../db/database.ts";
import { jobCatalog, type JobName } from "./job-catalog.ts";
import type { EnqueueOptions } from "./job-queue.ts";

/** The jobs as the queue takes them: with their key, their time and their turn. */
export async function placeJobs(
  trx: Db,
  name: JobName,
  payloads: readonly object[],
  options: EnqueueOptions,
): Promise<JobInsert[]> {
  const { key, takesTurns } = jobCatalog[name];
  const keyOf = key as (value: unknown) => string;
  const jobs = payloads.map((data): JobInsert => ({
    data,
    singletonKey: keyOf(data),
    ...(options.startAfter && { startAfter: options.startAfter }),
  }));
  return takesTurns ? placeInTurns(trx, name, jobs, options) : jobs;
}

/** Jobs of lower numbers wait for all of higher ones. */
const urgentPriority = 1_000;

/**
 * Jobs for which somebody waits go first, and among them the groups take turns: the nth waiting job of each group comes
 * before the one after it of any. So a group with a thousand events does not hold up the one with a single event.
 */
async function placeInTurns(
  trx: Db,
  name: JobName,
  jobs: readonly JobInsert[],
  { isUrgent = true }: EnqueueOptions,
): Promise<JobInsert[]> {
  const eventIdOf = (job: JobInsert) =>
    (job.data as { eventId: string }).eventId;
  const places = await findPlaces(trx, name, jobs.map(eventIdOf));
  const ahead = new Map<string, number>();
  const placed = jobs.map((job) => {
    const place = places.get(eventIdOf(job));
    if (!place) return job;
    const own = ahead.get(place.groupId) ?? place.ahead;
    ahead.set(place.groupId, own + 1);
    const priority =
      (isUrgent ? urgentPriority : 0) - Math.min(own, urgentPriority - 1);
    return { ...job, priority };
  });
  return isUrgent ? takePlaces(trx, name, placed) : placed;
}

interface Place {
  groupId: string;
  /** How many jobs of this kind, of the same group's events, wait and are due. */
  ahead: number;
}

/** @returns by event id; an event that is gone has no place */
async function findPlaces(
  trx: Db,
  name: JobName,
  eventIds: readonly string[],
): Promise<Map<string, Place>> {
  const { rows } = await sql<{ event_id: string } & Place>`
    with asked as (
      select id, group_id from scheduled_events where id = any(${eventIds}::uuid[])
    ), waiting as (
      select event.group_id, count(*)::int as ahead
      from pgboss.job
      join scheduled_events event on event.id = (job.data ->> 'eventId')::uuid
      where job.name = ${name} and job.state = 'created' and job.start_after <= now()
        and event.group_id in (select group_id from asked)
      group by event.group_id
    )
    select id as event_id, group_id as "groupId", coalesce(ahead, 0) as ahead
    from asked left join waiting using (group_id)
  `.execute(trx);
  return new Map(
    rows.map(({ event_id: eventId, ...place }) => [eventId, place]),
  );
}

/**
 * Takes the places of waiting jobs with the same keys, where those come first: otherwise one that waits for a pause to
 * end, or that nobody was in a hurry for, would swallow what somebody waits for.
 */
async function takePlaces(
  trx: Db,
  name: JobName,
  jobs: readonly JobInsert[],
): Promise<JobInsert[]> {
  const { rows } = await sql<{
    key: string;
    priority: number;
    start_after: Date;
  }>`
    delete from pgboss.job
    where name = ${name} and state = 'created'
      and singleton_key = any(${jobs.map(({ singletonKey }) => singletonKey)}::text[])
    returning singleton_key as key, priority, start_after
  `.execute(trx);
  const taken = new Map(rows.map((row) => [row.key, row]));
  return jobs.map((job) => {
    const before = taken.get(job.singletonKey ?? "");
    if (!before) return job;
    const startAfter = job.startAfter as Date | undefined;
    return {
      ...job,
      priority: Math.max(job.priority ?? 0, before.priority),
      ...(startAfter && {
        startAfter:
          before.start_after < startAfter ? before.start_after : startAfter,
      }),
    };
  });
}
