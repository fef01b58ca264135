import { sql } from "kysely";
import type { JobWithMetadata } from "pg-boss";
import type { Logger } from "pino";
import type { Db, Trx } from "../db/database.ts";
import { jobCatalog, isJobName } from "./job-catalog.ts";
import type { Enqueue } from "./job-queue.ts";
import { readStoppedReason } from "./stopped-reason.ts";

/** Told in the transaction that lists a job, for what else has to be known of it. */
export type OnStopped = (
  trx: Trx,
  stopped: { name: string; payload: unknown; attempts: number; at: Date },
) => Promise<void>;

/** How long work that comes by the clock may fail before it is listed: a later run mends it, as a rule. */
const clockPatience = "1 hour";

/**
 * Lists a job that has run out of tries. The queue hands it over in the transaction that ends the job,
 * whatever ended it: a failure, a time limit, or the death of the process at each try.
 */
export async function takeStoppedJob(
  deps: { db: Db; enqueue: Enqueue; log: Logger; onStopped: OnStopped },
  job: JobWithMetadata<unknown>,
): Promise<void> {
  const { sourceName: name, sourceId, sourceRetryCount } = job;
  if (!name || !sourceId) return;
  const attempts = (sourceRetryCount ?? 0) + 1;
  const reason = readStoppedReason(job.sourceOutput);
  const key = job.singletonKey ?? sourceId;
  const byClock = isJobName(name) && jobCatalog[name].everyMinutes !== null;
  deps.log.error(
    { job: name, jobId: sourceId, attempts, reason },
    "job has stopped",
  );
  await deps.db.transaction().execute(async (trx) => {
    if (await hasSucceededSince(trx, { name, key, at: job.createdOn })) return;
    await sql`
      insert into stopped_work
        (job_name, job_key, payload, reason, attempts, last_job_id, listed_at)
      values (
        ${name}, ${key}, ${JSON.stringify(job.data ?? {})}::jsonb, ${reason}, ${attempts}, ${sourceId},
        now() + ${byClock ? clockPatience : "0"}::interval
      )
      on conflict (job_name, job_key) do update set
        payload = excluded.payload,
        reason = excluded.reason,
        attempts = stopped_work.attempts +
          case when stopped_work.last_job_id = excluded.last_job_id then 0 else excluded.attempts end,
        last_job_id = excluded.last_job_id,
        stopped_at = now(),
        retried_at = null
    `.execute(trx);
    await deps.onStopped(trx, {
      name,
      payload: job.data,
      attempts,
      at: job.createdOn,
    });
    await deps.enqueue(trx, "accounts.tell-admins", {});
  });
}

/** A later run may have been faster than this one. */
async function hasSucceededSince(
  trx: Trx,
  job: { name: string; key: string; at: Date },
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from pgboss.job
    where name = ${job.name} and singleton_key = ${job.key} and state = 'completed' and started_on > ${job.at}
      -- Others only wait, or were not begun.
      and output ->> 'outcome' = 'done'
    limit 1
  `.execute(trx);
  return rows.length > 0;
}
