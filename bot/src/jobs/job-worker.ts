import type { Logger } from "pino";
import type { Db } from "../db/database.ts";
import { RetryLater } from "../errors.ts";
import {
  jobCatalog,
  jobNames,
  type JobName,
  type JobPayload,
} from "./job-catalog.ts";
import type { JobQueue } from "./job-queue.ts";

export interface JobContext {
  /** The first try is 1. */
  attempt: number;
  /** True when a failure of this try ends the job. */
  isLastAttempt: boolean;
  log: Logger;
}

export type JobHandlers = {
  [Name in JobName]: (
    payload: JobPayload<Name>,
    context: JobContext,
  ) => Promise<void>;
};

/** Starts a worker for each kind of job, and the schedules of those that come round. */
export async function startWorkers(deps: {
  queue: JobQueue;
  db: Db;
  handlers: JobHandlers;
  log: Logger;
}): Promise<void> {
  for (const name of jobNames) {
    const workerIds: string[] = [];
    for (let n = 0; n < jobCatalog[name].concurrency; n += 1)
      workerIds.push(await startWorker(name, deps));
    deps.queue.onDue(name, () => {
      for (const id of workerIds) deps.queue.boss.notifyWorker(id);
    });
    const { everyMinutes } = jobCatalog[name];
    if (everyMinutes !== null)
      await deps.queue.boss.schedule(name, cronOf(everyMinutes));
  }
}

/** @param minutes a divisor of an hour, or whole hours that divide a day */
function cronOf(minutes: number): string {
  return minutes < 60 ? `*/${minutes} * * * *` : `0 */${minutes / 60} * * *`;
}

async function startWorker<Name extends JobName>(
  name: Name,
  deps: { queue: JobQueue; db: Db; handlers: JobHandlers; log: Logger },
): Promise<string> {
  const { boss, enqueue } = deps.queue;
  const kind = jobCatalog[name];
  let workerId: string | null = null;
  workerId = await boss.work<unknown>(
    name,
    {
      includeMetadata: true,
      pollingIntervalSeconds: 2,
      notifyPollingIntervalSeconds: 5,
      heartbeatRefreshSeconds: 5,
    },
    async (jobs) => {
      // A worker that found a job looks for the next at once; by itself it would when it is next told of one.
      if (workerId !== null) boss.notifyWorker(workerId);
      for (const job of jobs) {
        const log = deps.log.child({
          job: name,
          jobId: job.id,
          attempt: job.retryCount + 1,
        });
        const payload = kind.payload.parse(job.data ?? {}) as JobPayload<Name>;
        try {
          await deps.handlers[name](payload, {
            attempt: job.retryCount + 1,
            isLastAttempt: job.retryCount >= kind.retryLimit,
            log,
          });
        } catch (error) {
          if (!(error instanceof RetryLater)) {
            log.error({ err: error }, "job failed");
            throw error;
          }
          log.info(
            { retryAfterMs: error.retryAfterMs, reason: error.message },
            "job waits",
          );
          // A crash before this job is completed leaves two; the second finds nothing to do.
          await enqueue(deps.db, name, payload, {
            startAfter: new Date(Date.now() + error.retryAfterMs),
          });
        }
      }
    },
  );
  return workerId;
}
