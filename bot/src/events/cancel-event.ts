import type { Actor } from "../access/actor.ts";
import { tryRefusedCards } from "../cards/try-refused-cards.ts";
import type { Trx } from "../db/database.ts";
import type { EventRow } from "../db/schema.ts";
import { findEventToLead, lockVersion } from "./change-event.ts";
import { claimIdempotencyKey } from "./claim-idempotency-key.ts";
import { eventChanged } from "./event-changed.ts";
import type { EventDeps } from "./schedule-event.ts";

/** Cancels an event: stored at once, mailed by the job that the same transaction enqueues. */
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
): Promise<void> {
  const { actor, eventId } = given;
  const now = deps.clock.now();
  await deps.db.transaction().execute(async (trx) => {
    const repeated = await claimIdempotencyKey(trx, {
      key: given.idempotencyKey,
      request: ["cancel", eventId, given.message],
      actor,
      eventId,
      now,
    });
    if (repeated !== null) return;
    await findEventToLead({ ...deps, db: trx }, actor, eventId, "event.cancel");
    const event = await lockVersion(trx, eventId, given.version);
    await storeCancellation(trx, deps, { event, message: given.message, now });
  });
}

/** In the caller's transaction, with the event locked. */
export async function storeCancellation(
  trx: Trx,
  deps: EventDeps,
  given: { event: EventRow; message: string; now: Date },
): Promise<void> {
  const { event } = given;
  await trx
    .updateTable("scheduled_events")
    .set({
      cancelled: true,
      cancel_message: given.message,
      version: event.version + 1,
      updated_at: given.now,
      publish_failed: false,
      publish_problem: null,
      next_try_at: null,
    })
    .where("id", "=", event.id)
    .execute();
  await tryRefusedCards(trx, event.id);
  await deps.enqueue(trx, "events.publish", { eventId: event.id });
  await eventChanged(deps, trx, event.id);
}
