import type { Actor } from "../access/actor.ts";
import { may } from "../access/policy.ts";
import { notifyEventChanged, type Trx } from "../db/database.ts";
import { forbidden } from "../errors.ts";
import type { Enqueue } from "../jobs/job-queue.ts";
import { loadSeenEvent } from "./load-seen-event.ts";
import type { EventDeps } from "./schedule-event.ts";
import { enqueuePublication, forgetTroubles } from "./wave-store.ts";

/** Starts the work on an event again that was given up. */
export async function retryPublication(
  deps: EventDeps,
  given: { actor: Actor; eventId: string },
): Promise<void> {
  const { facts: event } = await loadSeenEvent(
    deps,
    given.actor,
    given.eventId,
  );
  if (!may(given.actor, { action: "event.lead", event }))
    throw forbidden("Only owners and contributors of the group can do this.");
  await deps.db
    .transaction()
    .execute((trx) => startPublicationAgain(deps, trx, given.eventId));
}

/** Begins anew with what was given up of an event, as part of the caller's transaction. */
export async function startPublicationAgain(
  deps: { enqueue: Enqueue },
  trx: Trx,
  eventId: string,
): Promise<void> {
  await forgetTroubles(trx, eventId);
  await enqueuePublication(deps, trx, eventId);
  await notifyEventChanged(trx, eventId);
}
