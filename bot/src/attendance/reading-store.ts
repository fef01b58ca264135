import { sql } from "kysely";
import { notifyEventChanged, type Db, type Trx } from "../db/database.ts";
import type { ServiceAccountRow } from "../db/tables/accounts.ts";
import type {
  AttendanceReadingRow,
  ReadingProblem,
} from "../db/tables/attendance.ts";
import type { EventRow } from "../db/tables/events.ts";
import type { Enqueue } from "../jobs/job-queue.ts";
import { firstAndLastOf } from "./attendance-window.ts";
import { nextTryAt } from "./plan-tries.ts";
import { countTotals } from "./totals/count-totals.ts";

/** An event whose Teams meeting can have been held, with the account that organized it. */
export interface MeetingThatWas {
  event: EventRow & { join_url: string };
  account: ServiceAccountRow;
}

/** Null where there is nothing to read: it is not over, was cancelled, or has no Teams meeting. */
export async function findMeetingThatWas(
  db: Db,
  eventId: string,
  now: Date,
): Promise<MeetingThatWas | null> {
  const event = await db
    .selectFrom("scheduled_events")
    .where("id", "=", eventId)
    .where("cancelled", "=", false)
    .where("ends_at", "<=", now)
    .where("join_url", "is not", null)
    .where("account_id", "is not", null)
    .selectAll()
    .$narrowType<{ join_url: string; account_id: string }>()
    .executeTakeFirst();
  if (!event) return null;
  const account = await db
    .selectFrom("service_accounts")
    .where("id", "=", event.account_id)
    .selectAll()
    .executeTakeFirstOrThrow();
  return { event, account };
}

/**
 * How far the reading is, begun where it has not; and anew where the event was given another time or meeting: what took
 * place at another time is forgotten then.
 */
export async function openReading(
  db: Db,
  event: MeetingThatWas["event"],
  now: Date,
): Promise<AttendanceReadingRow> {
  return db.transaction().execute(async (trx) => {
    // The end as the database has it, which is more exact than a date here.
    const { rows } = await sql<AttendanceReadingRow>`
      insert into attendance_readings as reading (event_id, for_end, join_url, next_try_at)
      select id, ends_at, join_url, ${now} from scheduled_events where id = ${event.id}
      on conflict (event_id) do update set
        for_end = excluded.for_end, join_url = excluded.join_url, next_try_at = excluded.next_try_at,
        online_meeting_id = null, tries = 0, problem = null, problem_since = null, found_at = null
      where (reading.for_end, reading.join_url) is distinct from (excluded.for_end, excluded.join_url)
      returning *
    `.execute(trx);
    if (rows[0]) {
      const { first, last } = firstAndLastOf(event);
      await trx
        .deleteFrom("attendance_sessions")
        .where("event_id", "=", event.id)
        .where((where) =>
          where.or([
            where("ended_at", "<", first),
            where("started_at", ">", last),
          ]),
        )
        .execute();
      // Of another time or meeting; a job counts what is left of it.
      await trx
        .updateTable("attendance_totals")
        .set({ counted_at: null })
        .where("event_id", "=", event.id)
        .execute();
    }
    return trx
      .selectFrom("attendance_readings")
      .where("event_id", "=", event.id)
      .selectAll()
      .executeTakeFirstOrThrow();
  });
}

/** How far the reading is; null where there was no look at the event's present time and meeting. */
export async function findReading(
  db: Db,
  eventId: string,
): Promise<AttendanceReadingRow | null> {
  const reading = await db
    .selectFrom("attendance_readings as reading")
    .innerJoin("scheduled_events as event", (join) =>
      join
        .onRef("event.id", "=", "reading.event_id")
        .onRef("event.ends_at", "=", "reading.for_end")
        .onRef("event.join_url", "=", "reading.join_url"),
    )
    .where("reading.event_id", "=", eventId)
    .selectAll("reading")
    .executeTakeFirst();
  return reading ?? null;
}

/** The reading, locked against others; null where it has been begun anew meanwhile, or the event is gone. */
export async function lockReading(
  trx: Trx,
  reading: Pick<AttendanceReadingRow, "event_id" | "for_end" | "join_url">,
): Promise<AttendanceReadingRow | null> {
  const row = await trx
    .selectFrom("attendance_readings")
    .where("event_id", "=", reading.event_id)
    .where("join_url", "=", reading.join_url)
    .selectAll()
    .forUpdate()
    .executeTakeFirst();
  return row?.for_end.getTime() === reading.for_end.getTime() ? row : null;
}

/** Notes how a look at the reports went, with the job of the next one. */
export async function noteLook(
  deps: { db: Db; enqueue: Enqueue },
  given: {
    reading: AttendanceReadingRow;
    problem: ReadingProblem | null;
    retryAfterMs: number | null;
    now: Date;
  },
): Promise<void> {
  const { problem, now, retryAfterMs } = given;
  await deps.db.transaction().execute(async (trx) => {
    const reading = await lockReading(trx, given.reading);
    if (!reading) return;
    const tries = problem === null ? 0 : reading.tries + 1;
    const foundAt = reading.found_at ?? (problem === null ? now : null);
    const since =
      problem === reading.problem ? (reading.problem_since ?? now) : now;
    const planned = nextTryAt({
      now,
      endsAt: reading.for_end,
      tries,
      problem,
      problemSince: since,
      foundAt,
      retryAfterMs,
    });
    const wasResumed =
      reading.next_try_at?.getTime() !== given.reading.next_try_at?.getTime();
    // What somebody put right during the look is tried at once all the same.
    const next = wasResumed ? reading.next_try_at : planned;
    await trx
      .updateTable("attendance_readings")
      .set({
        tries,
        next_try_at: next,
        problem:
          problem === "noReportYet" && next === null ? "noReport" : problem,
        problem_since: problem === null ? null : since,
        found_at: foundAt,
        // Found by its link again, should Teams know it then.
        ...(problem === "meetingUnknown" && { online_meeting_id: null }),
      })
      .where("event_id", "=", reading.event_id)
      .execute();
    if (reading.found_at === null && foundAt !== null)
      await countTotals(trx, reading.event_id, now);
    if (next)
      await deps.enqueue(
        trx,
        "attendance.read",
        { eventId: reading.event_id },
        { startAfter: next, isUrgent: false },
      );
    await notifyEventChanged(trx, reading.event_id);
  });
}
