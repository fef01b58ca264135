import { sql } from "kysely";
import type { Logger } from "pino";
import type { Db } from "../db/database.ts";
import { jobCatalog, jobNames, type JobName } from "./job-catalog.ts";
import type { Enqueue } from "./job-queue.ts";

/**
 * Enqueues again what was being worked on when a process died. The queue would give those jobs back
 * only when their heartbeats have been missing for a while. Where the owner is alive after all, in
 * another replica, the job runs once more and finds nothing to do.
 */
export async function takeUpJobs(deps: {
  db: Db;
  enqueue: Enqueue;
  log: Logger;
}): Promise<void> {
  const { rows } = await sql<{ name: string; data: unknown }>`
    select name, data from pgboss.job where state = 'active'
  `.execute(deps.db);
  await deps.db.transaction().execute(async (trx) => {
    for (const { name, data } of rows) {
      if (!isJobName(name)) continue;
      const payload = jobCatalog[name].payload.safeParse(data ?? {});
      if (!payload.success) continue;
      deps.log.info({ job: name }, "job taken up again");
      await deps.enqueue(trx, name, payload.data);
    }
  });
}

function isJobName(name: string): name is JobName {
  return (jobNames as string[]).includes(name);
}
