import type { Actor } from "../access/actor.ts";
import { may } from "../access/policy.ts";
import type { Clock } from "../clock.ts";
import type { Db, Trx } from "../db/database.ts";
import { AppError, forbidden, notFound } from "../errors.ts";
import { eventChanged } from "../events/event-changed.ts";
import { hostNames } from "../events/event-groups.ts";
import { loadSeenEvent } from "../events/load-seen-event.ts";
import type { Enqueue } from "../jobs/job-queue.ts";
import { namesOf } from "./render/group-names.ts";
import { changeCard, findCard, lockCard, type CardKey } from "./card-store.ts";

/** Tries a card again whose message was deleted or could not be written. @throws {AppError} */
export async function repostCard(
  deps: { db: Db; clock: Clock; enqueue: Enqueue },
  given: CardKey & { actor: Actor },
): Promise<void> {
  const { actor, eventId } = given;
  const seen = await loadSeenEvent(deps, actor, eventId);
  const { facts } = seen;
  if (!may(actor, { action: "event.lead", event: facts }))
    throw forbidden(
      `Only owners and contributors of ${namesOf(hostNames(seen))} post its cards. Ask one of them.`,
    );
  const isOver = facts.cancelled || facts.hasEnded;
  const known = await findCard(deps.db, given);
  // A card that still stands has to say that the event is over.
  if (isOver && (known?.activity_id ?? null) === null)
    throw new AppError({
      code: facts.cancelled ? "eventCancelled" : "eventEnded",
      status: 409,
      message: "This event is over, so its card is not posted any more.",
    });
  await deps.db.transaction().execute(async (trx) => {
    const card = await lockCard(trx, given);
    if (!card?.wanted) throw notFound("card");
    await startCardAgain(deps, trx, given);
  });
}

/** Begins anew with a card, as part of the caller's transaction. */
export async function startCardAgain(
  deps: { enqueue: Enqueue },
  trx: Trx,
  key: CardKey,
): Promise<void> {
  await changeCard(trx, key, { problem: null, shown_hash: null });
  await eventChanged(deps, trx, key.eventId);
}
