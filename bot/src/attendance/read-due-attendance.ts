import { sql } from "kysely";
import type { Clock } from "../clock.ts";
import type { Db } from "../db/database.ts";
import type { Enqueue } from "../jobs/job-queue.ts";
import { firstTryMs } from "./plan-tries.ts";

/** What is due before the next search starts on time, in milliseconds: it comes every five minutes. */
const aheadMs = 6 * 60_000;

/** Events that were over this long before are not begun with, in milliseconds: those of before this could be read. */
const oldestMs = 30 * 24 * 3_600_000;

/** Of one search; the next goes on. */
const most = 500;

/**
 * Enqueues the reading of attendance for every event that has just ended, and for each whose next try is due: what a
 * crash has left is found, and what has been waiting for somebody's doing starts at once.
 */
export async function readDueAttendance(deps: {
  db: Db;
  clock: Clock;
  enqueue: Enqueue;
}): Promise<void> {
  const now = deps.clock.now();
  const ahead = new Date(now.getTime() + aheadMs);
  const firstTry = `${firstTryMs} milliseconds`;
  await deps.db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ id: string; at: Date }>`
      with due as (
        select event.id, event.ends_at,
          coalesce(reading.next_try_at, event.ends_at + ${firstTry}::interval) as at
        from scheduled_events event
        left join attendance_readings reading
          on reading.event_id = event.id and reading.for_end = event.ends_at and reading.join_url = event.join_url
        where not event.cancelled and event.join_url is not null and event.ends_at <= ${ahead}
          and (
            reading.next_try_at is not null
            or (reading.event_id is null and event.ends_at > ${new Date(now.getTime() - oldestMs)})
          )
      )
      select id, at from due
      where at <= ${ahead} and not exists (
        select 1 from pgboss.job
        where name = 'attendance.read' and singleton_key = due.id::text
          and (state in ('retry', 'active') or (state = 'created' and start_after <= greatest(at, ${now})))
      )
      order by ends_at desc
      limit ${most}
    `.execute(trx);
    const isDue = ({ at }: { at: Date }) => at <= now;
    await deps.enqueue(
      trx,
      "attendance.read",
      rows.filter(isDue).map(({ id }) => ({ eventId: id })),
    );
    for (const { id, at } of rows.filter((row) => !isDue(row)))
      await deps.enqueue(
        trx,
        "attendance.read",
        { eventId: id },
        { startAfter: at },
      );
  });
}
