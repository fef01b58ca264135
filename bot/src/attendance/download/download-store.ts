import type { Actor } from "../../access/actor.ts";
import { notifyEventChanged, type Trx } from "../../db/database.ts";

/** Notes a download, and tells the leads who watch the event. */
export async function noteDownload(
  trx: Trx,
  given: { actor: Actor; eventId: string; at: Date },
): Promise<void> {
  await trx
    .insertInto("attendance_downloads")
    .values({
      event_id: given.eventId,
      downloaded_by: given.actor.objectId,
      downloaded_by_name: given.actor.displayName,
      downloaded_at: given.at,
    })
    .execute();
  await notifyEventChanged(trx, given.eventId);
}
