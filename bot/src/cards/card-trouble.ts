import type { Clock } from "../clock.ts";
import { notifyEventChanged, type Db } from "../db/database.ts";
import type { CardProblem } from "../db/tables/cards-and-meetings.ts";
import { RetryLater } from "../errors.ts";
import type { JobContext } from "../jobs/job-worker.ts";
import type { Enqueue } from "../jobs/job-queue.ts";
import { changeCard, recordRemoved, type CardKey } from "./card-store.ts";
import type { CardStep } from "./card-step.ts";
import { MessengerFailure, type MessengerFailureKind } from "./messenger.ts";
import { pauseAsAsked } from "./pause-as-asked.ts";

/** Pause after the tries of one job are used up; a card is never given up while Teams may come back. */
const longPauseMs = 5 * 60_000;

/** After these a message stands no more, or can never be removed. */
const isForGood = new Set<MessengerFailureKind>([
  "messageDeleted",
  "channelDeleted",
  "refused",
]);

/** Decides between waiting, trying again and giving up, and tells the lead. */
export async function explainCardTrouble(
  deps: { db: Db; clock: Clock; enqueue: Enqueue },
  given: { error: unknown; key: CardKey; step: CardStep; context: JobContext },
): Promise<void> {
  const { error, key, step, context } = given;
  if (!(error instanceof MessengerFailure)) throw error;
  const log = context.log.child({ event: key.eventId, step });
  switch (error.kind) {
    case "busy":
      throw await pauseAsAsked(deps.db, key.channelId, error);
    case "noToken":
    case "unclear":
      await noteProblem(deps, key, "delayed", context.attempt);
      if (context.isLastAttempt)
        throw new RetryLater({
          message: "Teams has not answered for a while",
          retryAfterMs: longPauseMs,
          cause: error,
        });
      throw error;
    default:
      log.warn({ err: error }, "Teams does not take the card");
      // What should go is gone; where it is only out of reach, it goes when the channel is open again.
      if (step === "remove" && isForGood.has(error.kind))
        return recordRemoved(deps, key);
      if (error.kind === "messageDeleted")
        await changeCard(deps.db, key, { activity_id: null, shown_hash: null });
      await noteProblem(
        deps,
        key,
        error.kind === "refused" ? "failed" : error.kind,
        context.attempt,
      );
  }
}

async function noteProblem(
  deps: { db: Db; clock: Clock },
  key: CardKey,
  problem: CardProblem,
  tries: number,
): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    await changeCard(trx, key, {
      problem,
      failed_at: deps.clock.now(),
      failed_tries: tries,
    });
    await notifyEventChanged(trx, key.eventId);
  });
}
