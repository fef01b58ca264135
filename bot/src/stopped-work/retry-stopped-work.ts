import type { Clock } from "../clock.ts";
import { startCardAgain } from "../cards/repost-card.ts";
import type { Db, Trx } from "../db/database.ts";
import { lockEvent } from "../events/event-store.ts";
import { startPublicationAgain } from "../events/retry-publication.ts";
import { isJobName, jobCatalog, type JobName } from "../jobs/job-catalog.ts";
import type { Enqueue } from "../jobs/job-queue.ts";
import {
  listFailedCards,
  listGivenUpEvents,
  listStoppedJobs,
} from "./stopped-work-store.ts";
import type { StoppedRef } from "./stopped-id.ts";

interface RetryDeps {
  db: Db;
  clock: Clock;
  enqueue: Enqueue;
}

/**
 * Starts stopped work again. Safe to repeat: what has been started already waits or runs once, and what is done
 * meanwhile is no longer there.
 */
export async function retryStoppedWork(
  deps: RetryDeps,
  ref: StoppedRef,
): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    if (ref.kind === "event") await retryEvent(deps, trx, ref.eventId);
    else if (ref.kind === "card") await retryCard(deps, trx, ref);
    else await retryJob(deps, trx, ref.id);
  });
}

/** Starts all of it again, each in a transaction of its own: one that cannot be started keeps none from it. */
export async function retryAllStoppedWork(deps: RetryDeps): Promise<void> {
  const now = deps.clock.now();
  const [jobs, events, cards] = await Promise.all([
    listStoppedJobs(deps.db),
    listGivenUpEvents(deps.db, now),
    listFailedCards(deps.db, now),
  ]);
  const refs: StoppedRef[] = [
    ...jobs.map(({ id }) => ({ kind: "job" as const, id })),
    ...events.map(({ id }) => ({ kind: "event" as const, eventId: id })),
    ...cards.map((card) => ({
      kind: "card" as const,
      eventId: card.event_id,
      channelId: card.channel_id,
    })),
  ];
  for (const ref of refs) await retryStoppedWork(deps, ref);
}

async function retryEvent(
  deps: RetryDeps,
  trx: Trx,
  eventId: string,
): Promise<void> {
  const event = await lockEvent(trx, eventId);
  if (event?.waves.some(({ publish_failed }) => publish_failed))
    await startPublicationAgain(deps, trx, eventId);
}

async function retryCard(
  deps: RetryDeps,
  trx: Trx,
  key: { eventId: string; channelId: string },
): Promise<void> {
  const card = await trx
    .selectFrom("event_cards")
    .where("event_id", "=", key.eventId)
    .where("channel_id", "=", key.channelId)
    .where("problem", "in", ["failed", "botBlocked"])
    .select("event_id")
    .forUpdate()
    .executeTakeFirst();
  if (card) await startCardAgain(deps, trx, key);
}

async function retryJob(deps: RetryDeps, trx: Trx, id: string): Promise<void> {
  const row = await trx
    .selectFrom("stopped_work")
    .where("id", "=", id)
    .select(["job_name", "payload"])
    .forUpdate()
    .executeTakeFirst();
  if (!row || !isJobName(row.job_name)) return;
  if (!(await enqueueAgain(deps, trx, row.job_name, row.payload))) return;
  await trx
    .updateTable("stopped_work")
    .set({ retried_at: deps.clock.now() })
    .where("id", "=", id)
    .execute();
}

/** @returns false for a payload that nobody can read */
async function enqueueAgain<Name extends JobName>(
  deps: RetryDeps,
  trx: Trx,
  name: Name,
  payload: unknown,
): Promise<boolean> {
  const parsed = jobCatalog[name].payload.safeParse(payload);
  if (!parsed.success) return false;
  await deps.enqueue(trx, name, parsed.data as never);
  return true;
}
