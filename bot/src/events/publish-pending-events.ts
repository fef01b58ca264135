import { sql } from "kysely";
import type { Clock } from "../clock.ts";
import type { Db } from "../db/database.ts";
import type { Enqueue } from "../jobs/job-queue.ts";
import { enqueueLateLooks } from "./late-copy/enqueue-late-looks.ts";
import { refOf, selectUnpublished } from "./wave-store.ts";

/**
 * Enqueues every wave that Outlook does not show yet: at start, when an account is connected, and
 * every minute, so that no crash leaves one behind; and what may turn up late of a cancelled one.
 */
export async function publishPendingEvents(deps: {
  db: Db;
  clock: Clock;
  enqueue: Enqueue;
}): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const waves = await selectUnpublished(trx)
      .where("publish_failed", "=", false)
      .where("held_until", "is", null)
      .where((where) =>
        where.or([
          where("paused_at", "is", null),
          where("cancelled", "=", true),
        ]),
      )
      // Its own job comes back then: a second one beside it would only ask Outlook more often.
      .where((where) =>
        where.or([
          where("next_try_at", "is", null),
          where("next_try_at", "<=", deps.clock.now()),
        ]),
      )
      // A job that failed, or that a process died with, comes back by itself and counts its tries: one that ends the
      // process each time would begin to count anew with every copy.
      .where(
        sql<boolean>`not exists (
          select 1 from pgboss.job
          where name = 'events.publish' and state in ('retry', 'active')
            and singleton_key = wave.event_id || '/' || wave.number
        )`,
      )
      .select(["wave.event_id", "wave.number"])
      .execute();
    await deps.enqueue(trx, "events.publish", waves.map(refOf), {
      isUrgent: false,
    });
    await enqueueLateLooks(deps, trx);
  });
}
