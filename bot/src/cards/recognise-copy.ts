import type { Db, Trx } from "../db/database.ts";
import type { Enqueue } from "../jobs/job-queue.ts";
import { changeCard, lockCard, type CardKey } from "./card-store.ts";

/**
 * Teams' connector takes no idempotency key, so a post whose answer was lost is repeated and the first
 * message may stand beside the second. Whatever a reader does on a message tells its id:
 *
 * - no message is on record yet: this is the post whose answer is still on its way, or lost: it is ours now
 * - another one is on record, and the card was posted more than once: this one is a copy and is removed
 *
 * So an unclear post leaves at most one copy, until somebody looks at it.
 */
export async function recogniseCopy(
  deps: { db: Db; enqueue: Enqueue },
  seen: CardKey & { activityId: string },
): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const card = await lockCard(trx, seen);
    if (!card || card.activity_id === seen.activityId) return;
    if (card.posts === 0 || (await isAnotherCard(trx, seen))) return;
    const isMissing =
      card.activity_id === null && card.problem !== "messageDeleted";
    if (card.wanted && isMissing) {
      // What it shows may be old.
      await changeCard(trx, seen, {
        activity_id: seen.activityId,
        shown_hash: null,
      });
      await deps.enqueue(trx, "cards.publish", {
        eventId: seen.eventId,
        channelId: seen.channelId,
      });
    } else if (card.posts > 1 || isMissing)
      await deps.enqueue(trx, "cards.remove-copy", seen);
  });
}

/** A card of one event proves nothing about the message of another's. */
async function isAnotherCard(
  trx: Trx,
  seen: { channelId: string; activityId: string },
): Promise<boolean> {
  const other = await trx
    .selectFrom("event_cards")
    .where("channel_id", "=", seen.channelId)
    .where("activity_id", "=", seen.activityId)
    .select("event_id")
    .executeTakeFirst();
  return other !== undefined;
}
