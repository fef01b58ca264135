import type { Logger } from "pino";
import {
  jobCatalog,
  jobNames,
  type JobName,
  type JobPayload,
} from "./job-catalog.ts";
import { stoppedQueue } from "./job-queue.ts";
import { runJob, type RunDeps } from "./run-job.ts";
import { takeStoppedJob, type OnStopped } from "./take-stopped-job.ts";

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
export async function startWorkers(
  deps: RunDeps & { onStopped: OnStopped },
): Promise<void> {
  await deps.stoppedJobs.look();
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
  await deps.queue.boss.work(
    stoppedQueue,
    // Nobody is told of what arrives there: it comes by the statement that ends a job.
    {
      includeMetadata: true,
      pollingIntervalSeconds: 5,
      notifyPollingIntervalSeconds: 5,
    },
    async (jobs) => {
      for (const job of jobs) {
        await takeStoppedJob({ ...deps, enqueue: deps.queue.enqueue }, job);
        await deps.stoppedJobs.look();
      }
    },
  );
}

/** @param minutes a divisor of an hour, or whole hours that divide a day */
function cronOf(minutes: number): string {
  return minutes < 60 ? `*/${minutes} * * * *` : `0 */${minutes / 60} * * *`;
}

async function startWorker<Name extends JobName>(
  name: Name,
  deps: RunDeps,
): Promise<string> {
  const { boss } = deps.queue;
  let workerId: string | null = null;
  workerId = await boss.work(
    name,
    {
      includeMetadata: true,
      perJobResults: true,
      pollingIntervalSeconds: 2,
      notifyPollingIntervalSeconds: 5,
      heartbeatRefreshSeconds: 5,
    },
    async (jobs) => {
      // A worker that found a job looks for the next at once; by itself it would when it is next told of one.
      if (workerId !== null) boss.notifyWorker(workerId);
      return Promise.all(
        jobs.map(async (job) => ({
          id: job.id,
          ...(await runJob(name, deps, job)),
        })),
      );
    },
  );
  return workerId;
}
