import { notifyEventChanged, type Trx } from "../../db/database.ts";

/**
 * Takes a new event back before anything of it was sent: it goes with its attendees and cards. In the caller's
 * transaction, with the event locked and still held.
 */
export async function takeBackEvent(trx: Trx, eventId: string): Promise<void> {
  await trx
    .deleteFrom("scheduled_events")
    .where("id", "=", eventId)
    .where("held_until", "is not", null)
    .execute();
  await notifyEventChanged(trx, eventId);
}
