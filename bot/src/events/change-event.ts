import type { EventChange } from "../../contract/event-content.ts";
import type { Actor } from "../access/actor.ts";
import { normaliseAddress } from "../audience/resolve-audience.ts";
import { notifyEventChanged } from "../db/database.ts";
import { AppError } from "../errors.ts";
import { applyChange } from "./apply-change.ts";
import { checkCoHostsOf } from "./check-co-hosts.ts";
import { claimIdempotencyKey } from "./claim-idempotency-key.ts";
import { findEventToLead } from "./find-event-to-lead.ts";
import {
  dropHeldChange,
  findHeldChange,
  forgetHeldChange,
} from "./hold/held-change-store.ts";
import { holdChange } from "./hold/hold-change.ts";
import { lockVersion } from "./lock-version.ts";
import { planWithCards } from "./plan-stored-change.ts";
import type { EventDeps } from "./schedule-event.ts";

/**
 * Holds a change of an event, or stores it, with the job that goes on with it, in one transaction. What Outlook
 * shows already is changed after the hold; a new event in its own hold at once, and the hold begins anew.
 */
export async function changeEvent(
  deps: EventDeps,
  given: {
    actor: Actor;
    eventId: string;
    wanted: EventChange;
    /** The version that the lead saw. */
    version: number;
    idempotencyKey: string | null;
  },
): Promise<void> {
  const { actor, eventId, wanted } = given;
  const now = deps.clock.now();
  const loaded = await findEventToLead(deps, actor, eventId, "event.edit");
  await deps.db.transaction().execute(async (trx) => {
    const repeated = await claimIdempotencyKey(trx, {
      key: given.idempotencyKey,
      request: ["change", eventId, wanted],
      actor,
      eventId,
      now,
    });
    if (repeated !== null) return;
    const event = await lockVersion(trx, eventId, given.version);
    await checkCoHostsOf(trx, loaded, given);
    const held = await findHeldChange(trx, eventId);
    if (held?.kind === "cancel" && held.problem === null)
      throw new AppError({
        code: "cancellationWaits",
        status: 409,
        message:
          "This event is about to be cancelled. Stop that first; then change it.",
      });
    if (deps.sendHoldSeconds === 0 || event.held_until !== null) {
      await forgetHeldChange(trx, eventId);
      await applyChange(trx, deps, { event, by: actor, wanted, now });
      return;
    }
    if ((await planWithCards(trx, deps, { event, wanted, now })) === null) {
      if (held === null) return;
      // Edited and changed back: nobody is mailed.
      await dropHeldChange(trx, eventId);
      await notifyEventChanged(trx, eventId);
      return;
    }
    await holdChange(trx, deps, {
      event,
      actor,
      wanted: { kind: "change", content: asStored(wanted) },
      now,
    });
  });
}

/** Addresses as an event has them, so that what is held can be compared with it. */
function asStored(wanted: EventChange): EventChange {
  const { addresses, lists } = wanted.audience;
  return {
    ...wanted,
    audience: {
      ...wanted.audience,
      addresses: addresses.map(normaliseAddress),
      ...(lists && {
        lists: lists.map((list) => ({
          ...list,
          address: normaliseAddress(list.address),
        })),
      }),
    },
  };
}
