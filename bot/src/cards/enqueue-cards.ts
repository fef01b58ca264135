import type { Db } from "../db/database.ts";
import type { Enqueue } from "../jobs/job-queue.ts";

/** Enqueues the job that brings each of these cards up to date. */
export function enqueueCards(
  deps: { enqueue: Enqueue },
  trx: Db,
  cards: readonly { event_id: string; channel_id: string }[],
): Promise<void> {
  return deps.enqueue(
    trx,
    "cards.publish",
    cards.map((card) => ({
      eventId: card.event_id,
      channelId: card.channel_id,
    })),
  );
}
