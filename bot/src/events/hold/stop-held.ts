import type { Stopped } from "../../../contract/events.ts";
import type { Actor } from "../../access/actor.ts";
import { may } from "../../access/policy.ts";
import { notifyEventChanged, type Trx } from "../../db/database.ts";
import type { EventRow } from "../../db/tables/events.ts";
import { AppError, forbidden, notFound } from "../../errors.ts";
import { versionConflict } from "../lock-version.ts";
import { claimIdempotencyKey } from "../claim-idempotency-key.ts";
import { lockEvent } from "../event-store.ts";
import { noteHistory } from "../history/history-store.ts";
import { loadSeenEvent } from "../load-seen-event.ts";
import type { EventDeps } from "../schedule-event.ts";
import { dropHeldChange, findHeldChange } from "./held-change-store.ts";
import { offeredVersion } from "./offered-version.ts";
import { takeBackEvent } from "./take-back-event.ts";

/**
 * Stops what waits to be sent: nothing of it was carried out, so nothing has to be put back. What could not be
 * carried out is cleared away by the same.
 * @throws {AppError} `goneOut` when it was carried out first: it locks the event, too, so never both happen
 */
export async function stopHeld(
  deps: EventDeps,
  given: {
    actor: Actor;
    eventId: string;
    /** The version that the lead saw. */
    version: number;
    idempotencyKey: string | null;
  },
): Promise<Stopped["kind"]> {
  const { actor, eventId } = given;
  return deps.db.transaction().execute(async (trx) => {
    const repeated = await claimIdempotencyKey(trx, {
      key: given.idempotencyKey,
      request: ["stop", eventId],
      actor,
      eventId,
      now: deps.clock.now(),
    });
    if (repeated !== null)
      return (await lockEvent(trx, eventId)) ? "change" : "new";
    const { facts } = await loadSeenEvent({ ...deps, db: trx }, actor, eventId);
    if (!may(actor, { action: "event.lead", event: facts }))
      throw forbidden("Only owners and contributors of the group can do this.");
    const event = await lockEvent(trx, eventId);
    if (!event) throw notFound("event");
    return stop(trx, event, { ...given, now: deps.clock.now() });
  });
}

async function stop(
  trx: Trx,
  event: EventRow,
  given: { actor: Actor; version: number; now: Date },
): Promise<Stopped["kind"]> {
  const { version } = given;
  const seen = offeredVersion(event) === version;
  if (event.held_until !== null) {
    if (!seen) throw versionConflict();
    await takeBackEvent(trx, event.id);
    return "new";
  }
  const held = await findHeldChange(trx, event.id);
  if (held === null)
    throw seen
      ? new AppError({
          code: "goneOut",
          status: 409,
          message:
            "It has gone out already. To change it once more, edit or cancel the event.",
        })
      : new AppError({
          code: "nothingToStop",
          status: 409,
          message:
            "Nothing waits any more: it has gone out, or somebody else has stopped it. The event's page shows which.",
        });
  // What Outlook told of the event since changes nothing in what waits.
  if (version < held.version) throw versionConflict();
  await dropHeldChange(trx, event.id);
  // What could not be carried out is cleared away: nothing was stopped.
  if (held.problem === null)
    await noteHistory(trx, {
      eventId: event.id,
      kind: held.kind === "cancel" ? "cancelStopped" : "changeStopped",
      by: given.actor,
      at: given.now,
    });
  await notifyEventChanged(trx, event.id);
  return held.kind;
}
