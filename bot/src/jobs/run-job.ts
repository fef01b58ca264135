import type { JobWithMetadata } from "pg-boss";
import type { Logger } from "pino";
import { parseCorrelationId, withCorrelation } from "../correlation.ts";
import type { Db } from "../db/database.ts";
import { RetryLater } from "../errors.ts";
import type { JobOutcome, NoteTiming } from "../metrics/timings.ts";
import { giveBackJobs } from "./give-back-jobs.ts";
import { jobCatalog, type JobName, type JobPayload } from "./job-catalog.ts";
import { longestPauseMs, type JobQueue } from "./job-queue.ts";
import type { JobHandlers } from "./job-worker.ts";
import type { StoppedJobs } from "./stopped-jobs.ts";
import {
  reasonOf,
  UnreadablePayload,
  type StoppedReason,
} from "./stopped-reason.ts";

export interface RunDeps {
  queue: JobQueue;
  db: Db;
  handlers: JobHandlers;
  stoppedJobs: StoppedJobs;
  log: Logger;
  noteTiming: NoteTiming;
}

/** How a run ended, for the queue: what it keeps of a failure has no words of anybody's in it. */
type JobEnd =
  | { status: "completed"; output: { outcome: JobOutcome } }
  | { status: "failed" | "deadletter"; output: { reason: StoppedReason } };

/**
 * Runs one job of the queue under the id of whatever asked for it; a job that nobody asked for starts an id.
 * Whatever it throws is logged here.
 */
export async function runJob<Name extends JobName>(
  name: Name,
  deps: RunDeps,
  job: JobWithMetadata<unknown>,
): Promise<JobEnd> {
  const asked = (job.data as { correlationId?: unknown } | null)?.correlationId;
  return withCorrelation(parseCorrelationId(asked) ?? job.id, async () => {
    const claim = { id: job.id, name, retryCount: job.retryCount };
    // Claimed in the very moment in which this process began to stop.
    if (deps.queue.isStopping()) {
      await giveBackJobs(deps.db, [claim]);
      return { status: "completed", output: { outcome: "waits" } };
    }
    const end = deps.queue.running.begin(claim);
    const log = deps.log.child({
      job: name,
      jobId: job.id,
      attempt: job.retryCount + 1,
    });
    const startedAt = performance.now();
    const note = (outcome: JobOutcome) =>
      deps.noteTiming(
        "job",
        { job: name, outcome },
        performance.now() - startedAt,
      );
    try {
      const outcome = await attempt(name, deps, job, log);
      note(outcome);
      return { status: "completed", output: { outcome } };
    } catch (error) {
      const isHopeless = error instanceof UnreadablePayload;
      const isOver = isHopeless || isLastAttempt(job);
      note(isOver ? "stopped" : "failed");
      // The queue itself looks every few seconds.
      if (!isOver) deps.queue.lookAfter(name, longestPauseMs(job));
      log.error({ err: error }, "job failed");
      return {
        status: isHopeless ? "deadletter" : "failed",
        output: { reason: reasonOf(error) },
      };
    } finally {
      end();
    }
  });
}

function isLastAttempt(job: JobWithMetadata<unknown>): boolean {
  return job.retryCount >= job.retryLimit;
}

async function attempt<Name extends JobName>(
  name: Name,
  deps: RunDeps,
  job: JobWithMetadata<unknown>,
  log: Logger,
): Promise<JobOutcome> {
  const kind = jobCatalog[name];
  const parsed = kind.payload.safeParse(job.data ?? {});
  if (!parsed.success) throw new UnreadablePayload(parsed.error);
  const payload = parsed.data as JobPayload<Name>;
  const key = (kind.key as (value: unknown) => string)(payload);
  if (await deps.stoppedJobs.isHeld(name, key)) {
    log.warn("job held: its earlier runs ended the process");
    return "held";
  }
  try {
    await deps.handlers[name](payload, {
      attempt: job.retryCount + 1,
      isLastAttempt: isLastAttempt(job),
      log,
    });
  } catch (error) {
    if (!(error instanceof RetryLater)) throw error;
    log.info(
      { retryAfterMs: error.retryAfterMs, reason: error.message },
      "job waits",
    );
    // A crash before this job is completed leaves two; the second finds nothing to do.
    await deps.queue.enqueue(deps.db, name, payload, {
      startAfter: new Date(Date.now() + error.retryAfterMs),
    });
    return "waits";
  }
  await deps.stoppedJobs.succeeded({ name, key, startedAt: job.startedOn });
  log.debug("job done");
  return "done";
}
