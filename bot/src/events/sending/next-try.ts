import { sql } from "kysely";
import type { Db } from "../../db/database.ts";
import type { ServiceAccountRow } from "../../db/tables/accounts.ts";
import type { EventRow, WaveRow } from "../../db/tables/events.ts";
import { jobCatalog } from "../../jobs/job-catalog.ts";
import { readJobTimes } from "../../jobs/job-times.ts";
import { isPublished } from "../wave-state.ts";

/** When an event's sending goes on that waits for a time. */
export interface NextTry {
  at: Date;
  /** Only because Microsoft asked the whole mailbox for a pause; nothing of this event has failed. */
  isPause: boolean;
}

/**
 * When the next try of what could not be sent begins: as the queue has it, for after a failure it draws a moment before
 * the one that was noted; and not before the end of a pause that Microsoft asked the mailbox for. Null: nothing waits
 * for a time.
 */
export async function readNextTry(
  db: Db,
  given: {
    event: EventRow;
    waves: readonly WaveRow[];
    account: Pick<ServiceAccountRow, "id"> | null;
    now: Date;
  },
): Promise<NextTry | null> {
  const { event, waves, account, now } = given;
  const waiting = waves.filter((wave) => !isPublished({ ...event, ...wave }));
  if (waiting.length === 0 || account === null) return null;
  const failed = waiting.filter(({ next_try_at }) => next_try_at !== null);
  const keyOf = ({ number }: WaveRow) =>
    jobCatalog["events.publish"].key({ eventId: event.id, wave: number });
  const times = await readJobTimes(db, {
    name: "events.publish",
    keys: failed.map(keyOf),
  });
  const pausedUntil = await readPause(db, account.id);
  return nextTryOf({
    tries: failed.flatMap(
      (wave) => times.get(keyOf(wave)) ?? wave.next_try_at ?? [],
    ),
    pausedUntil,
    now,
  });
}

/** Shorter pauses of a mailbox are over before anybody has read of them, in milliseconds. */
const shortPauseMs = 2_000;

/** Pure. */
export function nextTryOf(given: {
  /** When those that failed are tried again. */
  tries: readonly Date[];
  /** Until when the mailbox pauses. */
  pausedUntil: Date | null;
  now: Date;
}): NextTry | null {
  const { tries, pausedUntil, now } = given;
  const pauseMs = (pausedUntil?.getTime() ?? 0) - now.getTime();
  const pause = pauseMs > shortPauseMs ? pausedUntil : null;
  const first = tries.toSorted((a, b) => a.getTime() - b.getTime())[0];
  if (first === undefined) return pause && { at: pause, isPause: true };
  return {
    at: pause !== null && pause > first ? pause : first,
    isPause: false,
  };
}

async function readPause(db: Db, accountId: string): Promise<Date | null> {
  const { rows } = await sql<{ paused_until: Date | null }>`
    select paused_until from mailbox_lanes where account_id = ${accountId}
  `.execute(db);
  return rows[0]?.paused_until ?? null;
}
