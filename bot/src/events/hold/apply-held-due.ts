import type { Clock } from "../../clock.ts";
import type { Db } from "../../db/database.ts";
import type { Enqueue } from "../../jobs/job-queue.ts";

/** Enqueues everything whose hold is over: at start and every minute, so that no crash leaves something behind. */
export async function applyHeldDue(deps: {
  db: Db;
  clock: Clock;
  enqueue: Enqueue;
}): Promise<void> {
  const now = deps.clock.now();
  await deps.db.transaction().execute(async (trx) => {
    const events = await trx
      .selectFrom("scheduled_events")
      .where("held_until", "<=", now)
      .select("id")
      .union(
        trx
          .selectFrom("held_changes")
          .where("problem", "is", null)
          .where("due_at", "<=", now)
          .select("event_id as id"),
      )
      .execute();
    await deps.enqueue(
      trx,
      "events.apply-held",
      events.map(({ id }) => ({ eventId: id })),
    );
  });
}
