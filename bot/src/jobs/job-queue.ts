import { fromKysely, PgBoss } from "pg-boss";
import type { Logger } from "pino";
import { correlationId } from "../correlation.ts";
import type { Db } from "../db/database.ts";
import {
  jobCatalog,
  jobNames,
  type JobName,
  type JobPayload,
} from "./job-catalog.ts";
import { giveBackJobs } from "./give-back-jobs.ts";
import { placeJobs } from "./place-jobs.ts";
import { openRunningJobs, type RunningJobs } from "./running-jobs.ts";

export interface EnqueueOptions {
  startAfter?: Date;
  /** False where nobody waits for it, such as what a sweep found. */
  isUrgent?: boolean;
}

/** Enqueues a job, or several of a kind, in the caller's transaction: they exist when, and only when, that commits. */
export type Enqueue = <Name extends JobName>(
  trx: Db,
  name: Name,
  payload: JobPayload<Name> | readonly JobPayload<Name>[],
  options?: EnqueueOptions,
) => Promise<void>;

export interface JobQueue {
  boss: PgBoss;
  enqueue: Enqueue;
  /** Has `look` called when a postponed job of this kind is due: the queue itself looks every few seconds. */
  onDue(name: JobName, look: () => void): void;
  /** Calls it after so many milliseconds. */
  lookAfter(name: JobName, ms: number): void;
  /** What this process is working on. */
  running: RunningJobs;
  /** True from the moment when this process was asked to end: what it still claims goes back. */
  isStopping(): boolean;
  /** Takes no more jobs, waits a while for the running ones, and hands back the rest, in this order. */
  handBack(db: Db): Promise<void>;
  stop: () => Promise<void>;
}

/** Where the queue puts jobs that have run out of tries, in the transaction that ends them. */
export const stoppedQueue = "stopped-jobs";

/** How long a stop waits for running jobs, in milliseconds; most systems kill a process after ten seconds. */
const stopPatienceMs = 8_000;

/** First pause before a failed job is tried again, and the longest, in seconds; doubled with each try. */
const retryDelay = 1;
const retryDelayMax = 300;

/**
 * By when a job that failed is tried again, in milliseconds: the queue draws a moment in the second half of this
 * time (pg-boss: exponential backoff with jitter). Pure.
 */
export function longestPauseMs({ retryCount }: { retryCount: number }): number {
  return Math.min(retryDelay * 2 ** (retryCount + 1), retryDelayMax) * 1000;
}

/** Seconds without a sign of life after which a job of a dead process goes back to the queue. */
const heartbeatSeconds = 15;

export async function openJobQueue(options: {
  connectionString: string;
  log: Logger;
}): Promise<JobQueue> {
  const { log } = options;
  const boss = new PgBoss({
    connectionString: options.connectionString,
    application_name: "erg-events-jobs",
    max: 4,
    useListenNotify: true,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
    registerInstance: false,
  });
  boss.on("error", (error) => log.error({ err: error }, "job queue"));
  boss.on("warning", (warning) =>
    log.warn({ warning: warning.message }, "job queue"),
  );
  await boss.start();
  // Nothing is lost in it: its jobs are small and tried until the database takes them.
  await boss.createQueue(stoppedQueue, {
    notify: true,
    retryLimit: 1000,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 60,
    deleteAfterSeconds: 3 * 24 * 3600,
  });
  await Promise.all(
    jobNames.map((name) =>
      boss.createQueue(name, {
        // At most one waiting job a key; a running one does not keep the next from being queued.
        policy: "short",
        notify: true,
        retryLimit: jobCatalog[name].retryLimit,
        retryDelay,
        retryBackoff: true,
        retryDelayMax,
        heartbeatSeconds,
        deadLetter: stoppedQueue,
        expireInSeconds: 600,
        deleteAfterSeconds: 3 * 24 * 3600,
      }),
    ),
  );

  await sendStoppedJobsThere(boss);

  const running = openRunningJobs();
  let stopping = false;
  const looks = new Map<JobName, () => void>();
  const lookAfter = (name: JobName, ms: number) =>
    // A little later: a look before its time finds nothing.
    void setTimeout(() => looks.get(name)?.(), ms + 10).unref();
  const enqueue: Enqueue = async (trx, name, payload, options = {}) => {
    const payloads = Array.isArray(payload) ? payload : [payload];
    if (payloads.length === 0) return;
    const jobs = await placeJobs(trx, name, payloads, options);
    const asked = correlationId();
    await boss.insert(
      name,
      jobs.map((job) =>
        asked === null
          ? job
          : { ...job, data: { ...job.data, correlationId: asked } },
      ),
      { db: fromKysely(trx) },
    );
    const { startAfter } = options;
    if (startAfter) lookAfter(name, startAfter.getTime() - Date.now());
  };
  return {
    boss,
    enqueue,
    onDue: (name, look) => void looks.set(name, look),
    lookAfter,
    running,
    isStopping: () => stopping,
    handBack: async (db) => {
      stopping = true;
      await Promise.all(
        jobNames.map((name) => boss.offWork(name, { wait: false })),
      );
      await running.settle(stopPatienceMs);
      const left = running.list();
      if (left.length === 0) return;
      log.info({ jobs: left.length }, "running jobs go back to the queue");
      await giveBackJobs(db, left);
    },
    stop: async () => {
      stopping = true;
      // Handlers that are still at it end with the process; their jobs are back in the queue.
      const graceful = running.list().length === 0;
      await boss.stop({ graceful, timeout: 1000 });
    },
  };
}

/** For queues and waiting jobs of before, which know of no place for what stops. */
async function sendStoppedJobsThere(boss: PgBoss): Promise<void> {
  const database = boss.getDb();
  await database.executeSql(
    "update pgboss.queue set dead_letter = $1 where name = any($2::text[]) and dead_letter is distinct from $1",
    [stoppedQueue, jobNames],
  );
  await database.executeSql(
    "update pgboss.job set dead_letter = $1 where name = any($2::text[]) and state <= 'active' and dead_letter is null",
    [stoppedQueue, jobNames],
  );
}
