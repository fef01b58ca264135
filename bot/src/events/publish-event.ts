import type pg from "pg";
import type { Logger } from "pino";
import { findAccountOf } from "../accounts/account-store.ts";
import type { Clock } from "../clock.ts";
import { withSessionLock, type Db } from "../db/database.ts";
import type { Enqueue } from "../jobs/job-queue.ts";
import { RetryLater } from "../errors.ts";
import type { GraphClient } from "../graph/graph-client.ts";
import { GraphFailure } from "../graph/graph-failure.ts";
import type { JobContext } from "../jobs/job-worker.ts";
import { showInOutlook } from "./show-in-outlook.ts";
import { isPublished, readSnapshot, recordTrouble } from "./publication.ts";

export interface PublishDeps {
  db: Db;
  pool: pg.Pool;
  clock: Clock;
  enqueue: Enqueue;
  graphOf: (accountId: string) => GraphClient;
}

/** Wait when another replica works on the same event, in milliseconds. */
const busyRetryMs = 500;

/**
 * The job that makes Outlook show what is stored of one event. It compares and so may run at any
 * time, any number of times; one at a time per event over all replicas.
 */
export async function publishEvent(
  deps: PublishDeps,
  payload: { eventId: string },
  context: JobContext,
): Promise<void> {
  const run = await withSessionLock(deps.pool, `event:${payload.eventId}`, () =>
    publish(deps, payload.eventId, context),
  );
  if (!run.held)
    throw new RetryLater({
      message: "another replica is working on this event",
      retryAfterMs: busyRetryMs,
    });
}

async function publish(
  deps: PublishDeps,
  eventId: string,
  context: JobContext,
): Promise<void> {
  const snapshot = await readSnapshot(deps.db, eventId);
  if (!snapshot || isPublished(snapshot.event)) return;
  const account = await findAccountOf(deps.db, snapshot.event);
  // Connecting an account enqueues everything that waits for one.
  if (account?.state !== "connected") return;
  const log = context.log.child({ event: eventId, account: account.id });
  try {
    await showInOutlook(
      { ...deps, graph: deps.graphOf(account.id) },
      snapshot,
      account.id,
    );
    log.info({ version: snapshot.event.version }, "published");
  } catch (error) {
    await explainTrouble(deps, {
      error,
      eventId,
      context,
      log,
    });
  }
}

/** Decides between waiting, trying again and giving up, and tells the lead. */
async function explainTrouble(
  deps: PublishDeps,
  given: {
    error: unknown;
    eventId: string;
    context: JobContext;
    log: Logger;
  },
): Promise<void> {
  const { error, eventId, context, log } = given;
  const trouble = (
    problem: string | null,
    options: { nextTryAt?: Date; givenUp?: boolean } = {},
  ) =>
    recordTrouble(deps, eventId, {
      problem,
      nextTryAt: options.nextTryAt ?? null,
      givenUp: options.givenUp ?? false,
    });
  const retryLater = async (problem: string, retryAfterMs: number) => {
    await trouble(problem, {
      nextTryAt: new Date(deps.clock.now().getTime() + retryAfterMs),
    });
    throw new RetryLater({ message: problem, retryAfterMs, cause: error });
  };

  if (error instanceof GraphFailure)
    switch (error.kind) {
      case "account":
        // Connecting it again enqueues everything that waits.
        return trouble(null);
      case "quota":
        return retryLater(
          "The service account has sent as many mails as Exchange allows for now.",
          error.retryAfterMs ?? 600_000,
        );
      case "retryable":
        if (error.retryAfterMs !== null)
          return retryLater("Outlook is busy.", error.retryAfterMs);
        break;
      case "gone":
        log.warn({ err: error }, "the event is no longer in Outlook");
        return trouble(
          "Somebody deleted this event from the service account's calendar. Cancel it here, and schedule it again if it still takes place.",
          { givenUp: true },
        );
      case "forbidden":
      case "bug":
        log.error({ err: error }, "Graph refuses this event");
        return trouble(
          "Outlook refused this event. Change it and save again; if that does not help, ask an administrator to look at the log.",
          { givenUp: true },
        );
      default:
        break;
    }
  await trouble(
    context.isLastAttempt
      ? "Outlook could not be reached for a long time. Choose “Try again”."
      : "Outlook did not answer; the next try starts by itself.",
    { givenUp: context.isLastAttempt },
  );
  throw error;
}
