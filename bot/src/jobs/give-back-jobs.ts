import { sql } from "kysely";
import type { Db } from "../db/database.ts";
import type { RunningJob } from "./running-jobs.ts";
import { wakeWorkers } from "./wake-workers.ts";

/**
 * Puts running jobs back into the queue for whichever process looks next, without counting the try. Both
 * counts grow by one: whatever this process still says of its claim then no longer fits the job, and as many
 * tries are left as before.
 */
export async function giveBackJobs(
  db: Db,
  jobs: readonly RunningJob[],
): Promise<void> {
  if (jobs.length === 0) return;
  await db.transaction().execute(async (trx) => {
    for (const { id, name, retryCount } of jobs)
      await sql`
        update pgboss.job
        set state = 'retry', retry_count = retry_count + 1, retry_limit = retry_limit + 1,
          start_after = now(), started_on = null, heartbeat_on = null
        where name = ${name} and id = ${id} and state = 'active' and retry_count = ${retryCount}
      `.execute(trx);
    await wakeWorkers(
      trx,
      jobs.map(({ name }) => name),
    );
  });
}
