import type { Db } from "../db/database.ts";
import { RetryLater } from "../errors.ts";
import { pauseConversation } from "./conversation-pace.ts";
import type { MessengerFailure } from "./messenger.ts";

/** Pause when Teams names none, in milliseconds. */
const usualPauseMs = 5_000;

/** Keeps a conversation quiet for as long as Teams asks; what is returned has the job come back then. */
export async function pauseAsAsked(
  db: Db,
  conversationId: string,
  failure: MessengerFailure,
): Promise<RetryLater> {
  const pauseMs = failure.retryAfterMs ?? usualPauseMs;
  await pauseConversation(db, conversationId, pauseMs);
  return new RetryLater({
    message: "Teams asks for a pause",
    retryAfterMs: pauseMs,
    cause: failure,
  });
}
