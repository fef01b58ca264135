import { sql } from "kysely";
import type { Clock } from "../../clock.ts";
import type { Trx } from "../../db/database.ts";
import type { Enqueue } from "../../jobs/job-queue.ts";

/** Enqueues `events.cancel-late` for every cancelled event that is to be looked for now. */
export async function enqueueLateLooks(
  deps: { clock: Clock; enqueue: Enqueue },
  trx: Trx,
): Promise<void> {
  const events = await trx
    .selectFrom("scheduled_events")
    .innerJoin(
      "service_accounts",
      "service_accounts.id",
      "scheduled_events.unclear_account_id",
    )
    .where("late_look_at", "<=", deps.clock.now())
    .where("service_accounts.state", "in", ["connected", "degraded"])
    // One that failed comes back by itself and counts its tries.
    .where(
      sql<boolean>`not exists (
        select 1 from pgboss.job
        where name = 'events.cancel-late' and state in ('retry', 'active')
          and singleton_key = scheduled_events.id::text
      )`,
    )
    .select("scheduled_events.id")
    .execute();
  await deps.enqueue(
    trx,
    "events.cancel-late",
    events.map(({ id }) => ({ eventId: id })),
    { isUrgent: false },
  );
}
