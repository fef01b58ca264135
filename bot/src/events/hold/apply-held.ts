import { notifyEventChanged, type Trx } from "../../db/database.ts";
import type { EventRow } from "../../db/tables/events.ts";
import { AppError, RetryLater } from "../../errors.ts";
import { storeCancellation } from "../cancel-event.ts";
import { applyChange } from "../apply-change.ts";
import { eventChanged } from "../event-changed.ts";
import { lockEvent, type EventWithWaves } from "../event-store.ts";
import type { EventDeps } from "../schedule-event.ts";
import { enqueuePublication } from "../wave-store.ts";
import {
  dropHeldChange,
  findHeldChange,
  forgetHeldChange,
  recordHeldProblem,
  takeOverVersion,
  type HeldChange,
} from "./held-change-store.ts";

/**
 * The job that carries out what nobody has stopped: it makes what is held the event, in one transaction with
 * the job that tells Outlook. Stop locks the event, too, so one of the two finds that the other was first.
 */
export async function applyHeld(
  deps: EventDeps,
  { eventId }: { eventId: string },
): Promise<void> {
  const now = deps.clock.now();
  await deps.db.transaction().execute(async (trx) => {
    const event = await lockEvent(trx, eventId);
    if (!event) return;
    if (event.held_until !== null) {
      waitUntil(event.held_until, now);
      return release(trx, deps, event);
    }
    const held = await findHeldChange(trx, eventId);
    if (held === null || held.problem !== null) return;
    waitUntil(held.due_at, now);
    try {
      await apply(trx, deps, { event, held, now });
    } catch (error) {
      // What is refused is refused before anything is written.
      if (!(error instanceof AppError)) throw error;
      await recordHeldProblem(trx, eventId, error.message);
      await notifyEventChanged(trx, eventId);
    }
  });
}

/** A further edit has prolonged the hold. */
function waitUntil(due: Date, now: Date): void {
  if (due <= now) return;
  throw new RetryLater({
    message: "a lead can still stop it",
    retryAfterMs: due.getTime() - now.getTime(),
  });
}

async function release(
  trx: Trx,
  deps: EventDeps,
  event: EventRow,
): Promise<void> {
  await trx
    .updateTable("scheduled_events")
    .set({ held_until: null })
    .where("id", "=", event.id)
    .execute();
  await enqueuePublication(deps, trx, event.id);
  await eventChanged(deps, trx, event.id);
}

async function apply(
  trx: Trx,
  deps: EventDeps,
  given: { event: EventWithWaves; held: HeldChange; now: Date },
): Promise<void> {
  const { event, held, now } = given;
  const by = { objectId: held.held_by, displayName: held.held_by_name };
  checkStillPossible(event, now);
  if (held.kind === "cancel") {
    await forgetHeldChange(trx, event.id);
    await takeOverVersion(trx, event.id);
    await storeCancellation(trx, deps, {
      event,
      by,
      message: held.message ?? "",
      now,
    });
    return;
  }
  if (held.content === null)
    throw new AppError({
      code: "heldUnreadable",
      status: 409,
      message: "ERG Events was updated meanwhile. Make the change again.",
    });
  checkNotChangedByHand(event, held);
  const wanted = held.content;
  const applied = await applyChange(trx, deps, { event, by, wanted, now });
  if (applied) {
    await forgetHeldChange(trx, event.id);
    await takeOverVersion(trx, event.id);
  } else {
    // It has come to be so by itself: nobody is mailed.
    await dropHeldChange(trx, event.id);
    await notifyEventChanged(trx, event.id);
  }
}

/** A lead's change would write over what somebody did in Outlook, which the lead has not seen. */
function checkNotChangedByHand(event: EventWithWaves, held: HeldChange): void {
  const isNews = event.waves.some(
    ({ outlook_change: byHand }) =>
      byHand?.kind === "edited" && new Date(byHand.seenAt) > held.held_at,
  );
  if (!isNews) return;
  throw new AppError({
    code: "changedByHand",
    status: 409,
    message:
      "Somebody changed the event in Outlook before this could go out. Decide about that first.",
  });
}

function checkStillPossible(event: EventRow, now: Date): void {
  if (event.cancelled)
    throw new AppError({
      code: "eventCancelled",
      status: 409,
      message: "The event was cancelled before this could go out.",
    });
  if (event.ends_at <= now)
    throw new AppError({
      code: "eventEnded",
      status: 409,
      message: "The event was over before this could go out.",
    });
}
