import type { Actor } from "../../access/actor.ts";
import { notifyEventChanged } from "../../db/database.ts";
import { findEventToLead } from "../find-event-to-lead.ts";
import { noteHistory } from "../history/history-store.ts";
import type { EventDeps } from "../schedule-event.ts";
import { enqueuePublication } from "../wave-store.ts";

/**
 * Pauses what an event still has to send: invitations and changes. The Outlook event that is being written at this
 * moment is finished. Safe to repeat.
 */
export async function pauseSending(
  deps: EventDeps,
  { actor, eventId }: { actor: Actor; eventId: string },
): Promise<void> {
  await findEventToLead(deps, actor, eventId, "event.edit");
  await deps.db.transaction().execute(async (trx) => {
    const at = deps.clock.now();
    const { numUpdatedRows } = await trx
      .updateTable("scheduled_events")
      .set({ paused_at: at, paused_by_name: actor.displayName })
      .where("id", "=", eventId)
      .where("paused_at", "is", null)
      .executeTakeFirst();
    if (numUpdatedRows > 0n)
      await noteHistory(trx, { eventId, kind: "paused", by: actor, at });
    await notifyEventChanged(trx, eventId);
  });
}

/** Goes on with it. Safe to repeat. */
export async function resumeSending(
  deps: EventDeps,
  { actor, eventId }: { actor: Actor; eventId: string },
): Promise<void> {
  await findEventToLead(deps, actor, eventId, "event.edit");
  await deps.db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable("scheduled_events")
      .set({ paused_at: null, paused_by_name: null })
      .where("id", "=", eventId)
      .where("paused_at", "is not", null)
      .executeTakeFirst();
    if (numUpdatedRows > 0n)
      await noteHistory(trx, {
        eventId,
        kind: "resumed",
        by: actor,
        at: deps.clock.now(),
      });
    await enqueuePublication(deps, trx, eventId);
    await notifyEventChanged(trx, eventId);
  });
}
