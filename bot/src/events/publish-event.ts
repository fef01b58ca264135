import type pg from "pg";
import type { Logger } from "pino";
import {
  findAccount,
  findAccountOf,
  works,
  type KeptAccount,
} from "../accounts/account-store.ts";
import type { LinkBases } from "../cards/render/card-links.ts";
import type { Clock } from "../clock.ts";
import { withSessionLock, type Db } from "../db/database.ts";
import type { Enqueue } from "../jobs/job-queue.ts";
import { RetryLater } from "../errors.ts";
import type { GraphClient, GraphOf } from "../graph/graph-client.ts";
import type { JobContext } from "../jobs/job-worker.ts";
import { GraphFailure } from "../graph/graph-failure.ts";
import { checkReallyGone } from "./find-again.ts";
import { noticeOutlookDeletion } from "./notice-outlook-change.ts";
import {
  publicationTrouble,
  type PublicationTrouble,
} from "./publication-trouble.ts";
import { showInOutlook } from "./show-in-outlook.ts";
import { readSnapshot, recordTrouble } from "./publication.ts";
import { isPublished } from "./wave-state.ts";
import type { EventWave, WaveRef } from "./wave-store.ts";

export interface PublishDeps {
  db: Db;
  pool: pg.Pool;
  clock: Clock;
  enqueue: Enqueue;
  graphOf: GraphOf;
  linkBases: LinkBases;
}

/** Wait when another replica works on the same event, in milliseconds. */
const busyRetryMs = 500;

/**
 * The job that makes one of an event's Outlook events show what is stored. It compares and so may run at any
 * time, any number of times; one at a time per wave over all replicas.
 */
export async function publishEvent(
  deps: PublishDeps,
  payload: WaveRef,
  context: JobContext,
): Promise<void> {
  const run = await withSessionLock(deps.pool, publicationLock(payload), () =>
    publish(deps, payload, context),
  );
  if (!run.held) throw eventBusy();
}

/** What a process holds while it brings a wave to Outlook. */
export function publicationLock({ eventId, wave }: WaveRef): string {
  return `event:${eventId}/${wave}`;
}

/** For a job that finds its event in work. */
export function eventBusy(): RetryLater {
  return new RetryLater({
    message: "another replica is working on this event",
    retryAfterMs: busyRetryMs,
  });
}

async function publish(
  deps: PublishDeps,
  ref: WaveRef,
  context: JobContext,
): Promise<void> {
  const snapshot = await readSnapshot(deps.db, ref);
  if (!snapshot || isPublished(snapshot.event)) return;
  // `events.apply-held` enqueues it once nobody can take it back any more.
  if (snapshot.event.held_until !== null) return;
  // Resuming enqueues it; who is to hear that it is cancelled hears it all the same.
  if (snapshot.event.paused_at !== null && !snapshot.event.cancelled) return;
  if (waitsForFirst(snapshot.event)) return;
  const account = await findAccountToShow(deps.db, snapshot.event);
  // Connecting an account enqueues everything that waits for one.
  if (!account || !works(account)) return;
  const log = context.log.child({
    event: ref.eventId,
    wave: ref.wave,
    account: account.id,
  });
  // A lead waits for it.
  const graph = deps.graphOf(account.id, {
    urgency: "interactive",
    share: snapshot.event.group_id,
  });
  try {
    await showInOutlook({ ...deps, graph }, snapshot, account.id).catch(
      noticeIfGone({ ...deps, graph }, snapshot.event),
    );
    log.info({ version: snapshot.event.version }, "published");
  } catch (error) {
    await explainTrouble(deps, {
      error,
      ref,
      context,
      log,
    });
  }
}

/**
 * A later wave stands on the calendar of the first and names its meeting: the first enqueues it once it is known whose
 * calendar that is, and whether there is a meeting.
 */
function waitsForFirst(wave: EventWave): boolean {
  if (wave.number === 1 || wave.cancelled) return false;
  return wave.account_id === null || wave.meeting_state === "pending";
}

/** A copy that was never confirmed can only lie in the calendar that its create was sent to. */
async function findAccountToShow(
  db: Db,
  event: EventWave,
): Promise<KeptAccount | null> {
  const unclear =
    event.cancelled && event.graph_event_id === null
      ? event.unclear_account_id
      : null;
  return (
    (unclear && (await findAccount(db, unclear))) || findAccountOf(db, event)
  );
}

/** What somebody deleted or cancelled in Outlook is for a lead to decide. Always throws. */
function noticeIfGone(
  deps: PublishDeps & { graph: GraphClient },
  event: EventWave,
) {
  return async (error: unknown): Promise<never> => {
    if (
      error instanceof GraphFailure &&
      error.kind === "gone" &&
      event.graph_event_id !== null
    ) {
      if (error.status === 404) await checkReallyGone(deps.graph, event);
      await noticeOutlookDeletion(deps, {
        eventId: event.id,
        wave: event.number,
        graphEventId: event.graph_event_id,
      });
    }
    throw error;
  };
}

/** Waits, tries again or gives up, and tells the lead. */
async function explainTrouble(
  deps: PublishDeps,
  given: {
    error: unknown;
    ref: WaveRef;
    context: JobContext;
    log: Logger;
  },
): Promise<void> {
  const { error, ref, context } = given;
  if (error instanceof RetryLater) throw error;
  const trouble = publicationTrouble(error);
  const record = (
    problem: string | null,
    options: { nextTryAt?: Date; givenUp?: boolean } = {},
  ) =>
    recordTrouble(deps, ref, {
      problem,
      nextTryAt: options.nextTryAt ?? null,
      givenUp: options.givenUp
        ? { at: deps.clock.now(), tries: context.attempt }
        : null,
    });
  switch (trouble.kind) {
    case "wait":
      return record(null);
    case "later":
      await record(trouble.sentence, {
        nextTryAt: new Date(deps.clock.now().getTime() + trouble.afterMs),
      });
      throw new RetryLater({
        message: trouble.sentence,
        retryAfterMs: trouble.afterMs,
        cause: error,
      });
    case "giveUp":
      given.log.error({ err: error }, "this event cannot be shown in Outlook");
      return record(trouble.sentence, { givenUp: true });
    case "again":
      return tryAgain(deps, { error, trouble, context, record });
  }
}

/** Pause after a row of attempts that Outlook did not answer, in milliseconds; then they begin anew. */
const outagePauseMs = 60_000;

/** Longest distance of the queue's own attempts, in milliseconds. */
const longestBackoffMs = 300_000;

async function tryAgain(
  deps: PublishDeps,
  given: {
    error: unknown;
    trouble: Extract<PublicationTrouble, { kind: "again" }>;
    context: JobContext;
    record: (
      problem: string | null,
      options: { nextTryAt?: Date; givenUp?: boolean },
    ) => Promise<void>;
  },
): Promise<void> {
  const { error, trouble, context, record } = given;
  if (context.isLastAttempt && trouble.lastSentence !== null) {
    await record(trouble.lastSentence, { givenUp: true });
    throw error;
  }
  const pauseMs = context.isLastAttempt
    ? outagePauseMs
    : Math.min(longestBackoffMs, 1000 * 2 ** context.attempt);
  await record(trouble.sentence, {
    nextTryAt: new Date(deps.clock.now().getTime() + pauseMs),
  });
  if (!context.isLastAttempt) throw error;
  throw new RetryLater({
    message: trouble.sentence,
    retryAfterMs: pauseMs,
    cause: error,
  });
}
