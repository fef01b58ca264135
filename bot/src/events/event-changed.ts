import { enqueueCards } from "../cards/enqueue-cards.ts";
import { notifyEventChanged, type Db } from "../db/database.ts";
import type { Enqueue } from "../jobs/job-queue.ts";

/**
 * Belongs into every transaction that changes what people see of an event: tells those who watch it,
 * and enqueues the update of its cards.
 */
export async function eventChanged(
  deps: { enqueue: Enqueue },
  trx: Db,
  ...eventIds: readonly string[]
): Promise<void> {
  await notifyEventChanged(trx, ...eventIds);
  const cards = await trx
    .selectFrom("event_cards")
    .where("event_id", "in", eventIds)
    .where((where) =>
      where.or([
        where("problem", "is", null),
        where("problem", "=", "delayed"),
      ]),
    )
    .select(["event_id", "channel_id"])
    .execute();
  await enqueueCards(deps, trx, cards);
}
