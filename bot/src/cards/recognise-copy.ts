import type { Db } from "../db/database.ts";
import type { Enqueue } from "../jobs/job-queue.ts";
import { changeCard, lockCard, type CardKey } from "./card-store.ts";

/**
 * Teams' connector takes no idempotency key, so a post whose answer was lost is repeated and the first
 * message may stand beside the second. Whatever a reader does on a message tells its id:
 *
 * - no message is on record yet: this is the post whose answer is still on its way, or lost: it is ours now
 * - another one is on record: this one is a copy and is removed
 *
 * So an unclear post leaves at most one copy, until somebody looks at it.
 */
export async function recogniseCopy(
  deps: { db: Db; enqueue: Enqueue },
  seen: CardKey & { activityId: string },
): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const card = await lockCard(trx, seen);
    if (card?.activity_id === seen.activityId) return;
    if (
      card &&
      card.activity_id === null &&
      card.problem !== "messageDeleted"
    ) {
      // What it shows may be old.
      await changeCard(trx, seen, {
        activity_id: seen.activityId,
        shown_hash: null,
      });
      await deps.enqueue(trx, "cards.publish", {
        eventId: seen.eventId,
        channelId: seen.channelId,
      });
    } else await deps.enqueue(trx, "cards.remove-copy", seen);
  });
}
