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
      workerIds.push(await startWorker(name, deps, { n, workerIds }));
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

/**
 * How often a worker looks though nobody told it of a job, in seconds. One a kind is enough: it wakes the others where
 * there is something, and looking is most of what an idle backend does.
 */
const looksEvery = { first: 5, others: 60 };

/** @param place which of the kind's workers it is, and the ids of all that have been started */
async function startWorker<Name extends JobName>(
  name: Name,
  deps: RunDeps,
  place: { n: number; workerIds: readonly string[] },
): Promise<string> {
  const { boss } = deps.queue;
  const { n, workerIds } = place;
  return boss.work(
    name,
    {
      includeMetadata: true,
      perJobResults: true,
      pollingIntervalSeconds: 2,
      notifyPollingIntervalSeconds:
        n === 0 ? looksEvery.first : looksEvery.others,
      heartbeatRefreshSeconds: 5,
    },
    async (jobs) => {
      // Where there is a job there may be another: it looks at once, as does its neighbour; by themselves they would
      // when they are next told of one.
      for (const id of workerIds.slice(n, n + 2)) boss.notifyWorker(id);
      return Promise.all(
        jobs.map(async (job) => ({
          id: job.id,
          ...(await runJob(name, deps, job)),
        })),
      );
    },
  );
}
