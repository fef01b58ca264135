import type { Db } from "../db/database.ts";
import { RetryLater } from "../errors.ts";
import { findCard, type CardKey } from "./card-store.ts";
import { pauseConversation, waitForTurn } from "./conversation-pace.ts";
import { MessengerFailure, type Messenger } from "./messenger.ts";

/** The job that deletes a message of the bot that carries the same card as another. */
export async function removeCopy(
  deps: { db: Db; messenger: Messenger },
  copy: CardKey & { activityId: string },
): Promise<void> {
  const card = await findCard(deps.db, copy);
  if (card?.activity_id === copy.activityId) return;
  const serviceUrl = await findServiceUrl(deps.db, copy.eventId);
  if (serviceUrl === null) return;
  if (!(await waitForTurn(deps.db, copy.channelId)))
    throw new RetryLater({ message: "the channel's pace", retryAfterMs: 5000 });
  try {
    await deps.messenger.remove(
      { serviceUrl, conversationId: copy.channelId },
      copy.activityId,
    );
  } catch (error) {
    if (!(error instanceof MessengerFailure) || error.kind === "unclear")
      throw error;
    if (error.kind !== "busy") return;
    const pauseMs = error.retryAfterMs ?? 5000;
    await pauseConversation(deps.db, copy.channelId, pauseMs);
    throw new RetryLater({
      message: "Teams asks for a pause",
      retryAfterMs: pauseMs,
      cause: error,
    });
  }
}

async function findServiceUrl(db: Db, eventId: string): Promise<string | null> {
  const row = await db
    .selectFrom("scheduled_events")
    .innerJoin("groups", "groups.id", "scheduled_events.group_id")
    .where("scheduled_events.id", "=", eventId)
    .select("groups.conversation_reference")
    .executeTakeFirst();
  const reference = row?.conversation_reference as
    { serviceUrl?: string } | undefined;
  return reference?.serviceUrl ?? null;
}
