import { fromKysely, PgBoss } from "pg-boss";
import type { Logger } from "pino";
import type { Db } from "../db/database.ts";
import {
  jobCatalog,
  jobNames,
  type JobName,
  type JobPayload,
} from "./job-catalog.ts";
import { placeJobs } from "./place-jobs.ts";

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
  stop: () => Promise<void>;
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
  await Promise.all(
    jobNames.map((name) =>
      boss.createQueue(name, {
        // At most one waiting job a key; a running one does not keep the next from being queued.
        policy: "short",
        notify: true,
        retryLimit: jobCatalog[name].retryLimit,
        retryDelay: 1,
        retryBackoff: true,
        retryDelayMax: 300,
        heartbeatSeconds,
        expireInSeconds: 600,
        deleteAfterSeconds: 3 * 24 * 3600,
      }),
    ),
  );

  const lookAt = new Map<JobName, () => void>();
  const enqueue: Enqueue = async (trx, name, payload, options = {}) => {
    const payloads = Array.isArray(payload) ? payload : [payload];
    if (payloads.length === 0) return;
    await boss.insert(name, await placeJobs(trx, name, payloads, options), {
      db: fromKysely(trx),
    });
    const { startAfter } = options;
    if (startAfter)
      setTimeout(
        () => lookAt.get(name)?.(),
        startAfter.getTime() - Date.now() + 10,
      ).unref();
  };
  return {
    boss,
    enqueue,
    onDue: (name, look) => void lookAt.set(name, look),
    stop: () => boss.stop({ graceful: true, timeout: 8000 }),
  };
}
