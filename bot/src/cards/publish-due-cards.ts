import { enqueueCards } from "./enqueue-cards.ts";
import { sql } from "kysely";
import { forgetIdlePaces } from "./conversation-pace.ts";
import type { Clock } from "../clock.ts";
import type { Db } from "../db/database.ts";
import type { Enqueue } from "../jobs/job-queue.ts";

/**
 * Enqueues the cards that time itself changes: those of events that have ended, and those that have not
 * been posted though they should stand.
 */
export async function publishDueCards(deps: {
  db: Db;
  clock: Clock;
  enqueue: Enqueue;
}): Promise<void> {
  await forgetIdlePaces(deps.db);
  await deps.db.transaction().execute(async (trx) => {
    const due = await trx
      .selectFrom("event_cards")
      .innerJoin(
        "scheduled_events",
        "scheduled_events.id",
        "event_cards.event_id",
      )
      .where("is_final", "=", false)
      .where((where) =>
        where.or([
          where("problem", "is", null),
          where("problem", "=", "delayed"),
        ]),
      )
      .where((where) =>
        where.or([
          where("ends_at", "<=", deps.clock.now()),
          where("activity_id", "is", null),
          where("shown_hash", "is", null),
          where("wanted", "=", false),
          where("problem", "=", "delayed"),
        ]),
      )
      // One that a job is at, or waits for, is not left behind.
      .where(
        sql<boolean>`not exists (
          select 1 from pgboss.job
          where name = 'cards.publish' and state in ('created', 'retry', 'active')
            and singleton_key = event_cards.event_id || '/' || event_cards.channel_id
        )`,
      )
      .select(["event_id", "channel_id"])
      .execute();
    await enqueueCards(deps, trx, due);
  });
}
