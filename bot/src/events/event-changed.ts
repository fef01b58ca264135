import { notifyEventChanged, type Db } from "../db/database.ts";
import type { Enqueue } from "../jobs/job-queue.ts";

/**
 * Belongs into every transaction that changes what people see of an event: tells those who watch it,
 * and enqueues the update of its cards.
 */
export async function eventChanged(
  deps: { enqueue: Enqueue },
  trx: Db,
  eventId: string,
): Promise<void> {
  await notifyEventChanged(trx, eventId);
  const cards = await trx
    .selectFrom("event_cards")
    .where("event_id", "=", eventId)
    .where((where) =>
      where.or([
        where("problem", "is", null),
        where("problem", "=", "delayed"),
      ]),
    )
    .select("channel_id")
    .execute();
  for (const { channel_id: channelId } of cards)
    await deps.enqueue(trx, "cards.publish", { eventId, channelId });
}
