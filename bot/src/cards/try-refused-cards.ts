import type { Trx } from "../db/database.ts";

/**
 * A change by the lead gives cards that Teams refused another try: what they announce is no longer true.
 * {@link eventChanged} in the same transaction enqueues them.
 */
export async function tryRefusedCards(
  trx: Trx,
  eventId: string,
): Promise<void> {
  await trx
    .updateTable("event_cards")
    .set({ problem: null })
    .where("event_id", "=", eventId)
    .where("problem", "in", ["failed", "botBlocked"])
    .execute();
}
