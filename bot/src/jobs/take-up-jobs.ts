import { sql } from "kysely";
import type { Logger } from "pino";
import type { Db } from "../db/database.ts";
import { jobNames, type JobName } from "./job-catalog.ts";
import { wakeWorkers } from "./wake-workers.ts";

/**
 * Puts back into the queue what was being worked on when a process died: the queue itself would do so only
 * when heartbeats have been missing for a while. Each counts as a try, and only the first comes back at once.
 * What has been running at several deaths may be their cause, so it waits longer each time, by chance, which
 * lets its neighbours be done without it; after the last try the queue's own sweep finds it, and it ends among
 * the stopped work. Where the owner is alive after all, in another replica, the job runs once more and finds
 * nothing to do.
 */
export async function takeUpJobs(deps: { db: Db; log: Logger }): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ name: JobName; id: string }>`
      update pgboss.job
      set state = 'retry', heartbeat_on = null,
        start_after = now() + case when retry_count = 0 then interval '0'
          else least(120, 2 ^ retry_count * (1 + random())) * interval '1 second' end
      where state = 'active' and name = any(${jobNames}::text[])
        and retry_count < retry_limit
      returning name, id
    `.execute(trx);
    for (const { name, id } of rows)
      deps.log.info({ job: name, jobId: id }, "job taken up again");
    if (rows.length > 0)
      await wakeWorkers(
        trx,
        rows.map(({ name }) => name),
      );
  });
}
