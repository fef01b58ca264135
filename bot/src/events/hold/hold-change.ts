import type { Actor } from "../../access/actor.ts";
import { notifyEventChanged, type Trx } from "../../db/database.ts";
import type { EventRow } from "../../db/tables/events.ts";
import { endOfHold, type EventDeps } from "../schedule-event.ts";
import { storeHeldChange, type WantedChange } from "./held-change-store.ts";

/**
 * Has what a lead wants wait beside its event, with the job that carries it out when nobody has stopped it. In the
 * caller's transaction, with the event locked.
 */
export async function holdChange(
  trx: Trx,
  deps: EventDeps,
  given: { event: EventRow; actor: Actor; wanted: WantedChange; now: Date },
): Promise<void> {
  const { event, now } = given;
  const dueAt = endOfHold(deps, now);
  await storeHeldChange(trx, { ...given, dueAt });
  await deps.enqueue(
    trx,
    "events.apply-held",
    { eventId: event.id },
    { startAfter: dueAt },
  );
  await notifyEventChanged(trx, event.id);
}
