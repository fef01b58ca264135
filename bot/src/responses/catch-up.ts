import { sql } from "kysely";
import { findAccount, works } from "../accounts/account-store.ts";
import type { Clock } from "../clock.ts";
import type { Db, Trx } from "../db/database.ts";
import { RetryLater } from "../errors.ts";
import { mostInBatch, readCalendarEvents } from "../graph/calendar-batch.ts";
import type { GraphOf } from "../graph/graph-client.ts";
import { GraphFailure } from "../graph/graph-failure.ts";
import type { Enqueue } from "../jobs/job-queue.ts";
import {
  refOf,
  selectWaves,
  type EventWave,
  type WaveRef,
} from "../events/wave-store.ts";
import { beingSentRetryMs } from "./read-responses.ts";
import {
  isBeingSent,
  takeCalendarEvent,
  type TakeDeps,
} from "./take-calendar-event.ts";

interface CatchUpDeps extends TakeDeps {
  db: Db;
  clock: Clock;
  graphOf: GraphOf;
}

/** Pause for a part of a batch that Graph did not answer and gave no time for, in milliseconds. */
const usualPauseMs = 5_000;

/**
 * Asks for a read of every event of an account that can still be answered: changes may have gone unreported
 * (Graph said so, the subscription was gone, the account or we did not work).
 */
export async function requestCatchUp(
  deps: { enqueue: Enqueue },
  trx: Trx,
  accountId: string,
): Promise<void> {
  await trx
    .updateTable("service_accounts")
    // As exact as a Date is, so that what is read here can be compared with it.
    .set({
      catch_up_since: sql<Date>`date_trunc('milliseconds', clock_timestamp())`,
    })
    .where("id", "=", accountId)
    .execute();
  await deps.enqueue(trx, "responses.catch-up", { accountId });
}

/**
 * The job that reads an account's live events, twenty in a request, soonest first; the events that we know,
 * however far off. It goes on where it was stopped: an event that was read since the request is not read
 * again.
 */
export async function catchUp(
  deps: CatchUpDeps,
  payload: { accountId: string },
): Promise<void> {
  for (;;) {
    const account = await findAccount(deps.db, payload.accountId);
    // When the account works again, this is asked for anew.
    if (!account?.catch_up_since || !works(account)) return;
    const since = account.catch_up_since;
    const events = await findUnread(deps, account.id, since);
    if (events.length === 0) return endCatchUp(deps.db, account.id, since);
    // By the database's clock, as that of the request.
    const begun = await readDatabaseTime(deps.db);
    const [beingSent, ready] = partition(events, isBeingSent);
    await deps.db.transaction().execute(async (trx) => {
      await deps.enqueue(trx, "responses.read", beingSent.map(refOf), {
        startAfter: new Date(deps.clock.now().getTime() + beingSentRetryMs),
      });
      await markRead(trx, beingSent, begun);
    });
    if (ready.length === 0) continue;
    const read = await readCalendarEvents(
      deps.graphOf(account.id, { urgency: "bulk", share: "catch-up" }),
      ready.map(({ graph_event_id }) => graph_event_id ?? ""),
    ).catch(waitAsAsked);
    if (!read) return;
    let pauseMs = 0;
    for (const event of ready) {
      const found = read.get(event.graph_event_id ?? "");
      if (found instanceof GraphFailure && found.kind === "retryable") {
        pauseMs = Math.max(pauseMs, found.retryAfterMs ?? usualPauseMs);
        continue;
      }
      // Its own read looks a second time before anybody is told.
      if (found instanceof GraphFailure && found.kind === "gone")
        await deps.enqueue(deps.db, "responses.read", refOf(event));
      if (found && !(found instanceof GraphFailure))
        await takeCalendarEvent(deps, {
          event,
          account,
          calendarEvent: found,
          begunAt: begun,
        }).catch(readAgainAlone(deps, refOf(event)));
      await markRead(deps.db, [event], begun);
    }
    if (pauseMs > 0)
      throw new RetryLater({
        message: "Outlook is busy",
        retryAfterMs: pauseMs,
      });
  }
}

function findUnread(
  deps: { db: Db; clock: Clock },
  accountId: string,
  since: Date,
) {
  return selectWaves(deps.db)
    .where("account_id", "=", accountId)
    .where("graph_event_id", "is not", null)
    .where("cancelled", "=", false)
    .where("ends_at", ">", deps.clock.now())
    .where((where) =>
      where.or([where("read_at", "is", null), where("read_at", "<", since)]),
    )
    .orderBy("starts_at")
    .orderBy("event.id")
    .orderBy("wave.number")
    .limit(mostInBatch)
    .selectAll(["event", "wave"])
    .execute();
}

/** What a meeting is still awaited for is looked at again by the event's own job. */
function readAgainAlone(deps: CatchUpDeps, ref: WaveRef) {
  return async (error: unknown): Promise<void> => {
    if (!(error instanceof RetryLater)) throw error;
    await deps.enqueue(deps.db, "responses.read", ref, {
      startAfter: new Date(deps.clock.now().getTime() + error.retryAfterMs),
    });
  };
}

function waitAsAsked(error: unknown): null {
  // When the account works again, this is asked for anew.
  if (error instanceof GraphFailure && error.kind === "account") return null;
  if (error instanceof GraphFailure && error.kind === "retryable")
    throw new RetryLater({
      message: "Outlook is busy",
      retryAfterMs: error.retryAfterMs ?? usualPauseMs,
      cause: error,
    });
  throw error;
}

async function markRead(
  db: Db,
  waves: readonly EventWave[],
  begun: Date,
): Promise<void> {
  if (waves.length === 0) return;
  await db
    .updateTable("waves")
    .set({ read_at: begun })
    .where(
      sql<boolean>`(event_id, number) in (
        select * from unnest(
          ${waves.map(({ event_id }) => event_id)}::uuid[],
          ${waves.map(({ number }) => number)}::integer[]
        )
      )`,
    )
    .execute();
}

/** Unless more was asked for meanwhile. */
async function endCatchUp(
  db: Db,
  accountId: string,
  since: Date,
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable("service_accounts")
    .set({ catch_up_since: null })
    .where("id", "=", accountId)
    .where("catch_up_since", "<=", since)
    .executeTakeFirst();
  if (numUpdatedRows === 0n)
    throw new RetryLater({
      message: "more was asked for meanwhile",
      retryAfterMs: 0,
    });
}

async function readDatabaseTime(db: Db): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`
    select clock_timestamp() as now
  `.execute(db);
  return rows[0]?.now ?? new Date();
}

function partition<T>(
  items: readonly T[],
  test: (item: T) => boolean,
): [T[], T[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}
