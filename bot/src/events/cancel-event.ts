import type { Actor } from "../access/actor.ts";
import { tryRefusedCards } from "../cards/try-refused-cards.ts";
import type { Trx } from "../db/database.ts";
import type { EventRow } from "../db/tables/events.ts";
import { claimIdempotencyKey } from "./claim-idempotency-key.ts";
import { eventChanged } from "./event-changed.ts";
import { lockEvent } from "./event-store.ts";
import { findEventToLead } from "./find-event-to-lead.ts";
import { findHeldChange, forgetHeldChange } from "./hold/held-change-store.ts";
import { noteHistory } from "./history/history-store.ts";
import { holdChange } from "./hold/hold-change.ts";
import { takeBackEvent } from "./hold/take-back-event.ts";
import { lockVersion } from "./lock-version.ts";
import type { EventDeps } from "./schedule-event.ts";
import { enqueuePublication, forgetTroubles } from "./wave-store.ts";

/**
 * Cancels an event: held, or stored, with the job that goes on with it, in one transaction. A new event in its hold
 * is taken back instead: nobody knows of it.
 */
export async function cancelEvent(
  deps: EventDeps,
  given: {
    actor: Actor;
    eventId: string;
    /** Goes out with the cancellation; may be empty. */
    message: string;
    version: number;
    idempotencyKey: string | null;
  },
): Promise<"cancelled" | "takenBack"> {
  const { actor, eventId } = given;
  const now = deps.clock.now();
  return deps.db.transaction().execute(async (trx) => {
    const repeated = await claimIdempotencyKey(trx, {
      key: given.idempotencyKey,
      request: ["cancel", eventId, given.message],
      actor,
      eventId,
      now,
    });
    if (repeated !== null)
      return (await lockEvent(trx, eventId)) ? "cancelled" : "takenBack";
    await findEventToLead({ ...deps, db: trx }, actor, eventId, "event.cancel");
    const event = await lockVersion(trx, eventId, given.version);
    const { message } = given;
    if (event.held_until !== null) {
      await takeBackEvent(trx, eventId);
      return "takenBack";
    }
    if (deps.sendHoldSeconds === 0) {
      await forgetHeldChange(trx, eventId);
      await storeCancellation(trx, deps, { event, by: actor, message, now });
      return "cancelled";
    }
    const held = await findHeldChange(trx, eventId);
    await holdChange(trx, deps, {
      event,
      actor,
      // Stopped, it leaves the change that it took the place of.
      wanted: { kind: "cancel", message, content: held?.content ?? null },
      now,
    });
    return "cancelled";
  });
}

/** In the caller's transaction, with the event locked. */
export async function storeCancellation(
  trx: Trx,
  deps: EventDeps,
  given: {
    event: EventRow;
    by: Pick<Actor, "objectId" | "displayName">;
    message: string;
    now: Date;
  },
): Promise<void> {
  const { event, by } = given;
  await trx
    .updateTable("scheduled_events")
    .set({
      cancelled: true,
      cancel_message: given.message,
      version: event.version + 1,
      updated_at: given.now,
      changed_by: by.objectId,
      changed_by_name: by.displayName,
    })
    .where("id", "=", event.id)
    .execute();
  await noteHistory(trx, {
    eventId: event.id,
    kind: "cancelled",
    by,
    at: given.now,
  });
  await forgetTroubles(trx, event.id);
  await tryRefusedCards(trx, event.id);
  await enqueuePublication(deps, trx, event.id);
  await eventChanged(deps, trx, event.id);
}
