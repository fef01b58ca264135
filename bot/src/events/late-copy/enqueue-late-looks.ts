import { sql } from "kysely";
import type { Clock } from "../../clock.ts";
import type { Trx } from "../../db/database.ts";
import type { Enqueue } from "../../jobs/job-queue.ts";
import { refOf } from "../wave-store.ts";

/** Enqueues `events.cancel-late` for every cancelled wave that is to be looked for now. */
export async function enqueueLateLooks(
  deps: { clock: Clock; enqueue: Enqueue },
  trx: Trx,
): Promise<void> {
  const waves = await trx
    .selectFrom("waves")
    .innerJoin(
      "service_accounts",
      "service_accounts.id",
      "waves.unclear_account_id",
    )
    .where("late_look_at", "<=", deps.clock.now())
    .where("service_accounts.state", "in", ["connected", "degraded"])
    // One that failed comes back by itself and counts its tries.
    .where(
      sql<boolean>`not exists (
        select 1 from pgboss.job
        where name = 'events.cancel-late' and state in ('retry', 'active')
          and singleton_key = waves.event_id || '/' || waves.number
      )`,
    )
    .select(["waves.event_id", "waves.number"])
    .execute();
  await deps.enqueue(trx, "events.cancel-late", waves.map(refOf), {
    isUrgent: false,
  });
}
