import type { DecideRemovedAttendee } from "../../contract/outlook-change.ts";
import type { Actor } from "../access/actor.ts";
import { normaliseAddress } from "../audience/resolve-audience.ts";
import type { Trx } from "../db/database.ts";
import type { EventRow } from "../db/tables/events.ts";
import { AppError } from "../errors.ts";
import { findEventToLead } from "./find-event-to-lead.ts";
import { lockVersion } from "./lock-version.ts";
import { claimIdempotencyKey } from "./claim-idempotency-key.ts";
import { eventChanged } from "./event-changed.ts";
import { refuseWhileHeld } from "./hold/refuse-while-held.ts";
import type { EventDeps } from "./schedule-event.ts";
import {
  enqueuePublication,
  followVersion,
  forgetTroubles,
} from "./wave-store.ts";

/**
 * A lead's decision about somebody whom somebody took off the event in Outlook: they stay away, which mails nobody,
 * or are invited again, which mails them.
 * @throws {AppError} when that is decided or undone meanwhile
 */
export async function decideRemovedAttendee(
  deps: EventDeps,
  given: {
    actor: Actor;
    eventId: string;
    wanted: DecideRemovedAttendee;
    version: number;
    idempotencyKey: string | null;
  },
): Promise<void> {
  const { actor, eventId, wanted } = given;
  const now = deps.clock.now();
  const address = normaliseAddress(wanted.address);
  await findEventToLead(deps, actor, eventId, "event.edit");
  await deps.db.transaction().execute(async (trx) => {
    const repeated = await claimIdempotencyKey(trx, {
      key: given.idempotencyKey,
      request: ["removed-attendee", eventId, wanted],
      actor,
      eventId,
      now,
    });
    if (repeated !== null) return;
    const event = await lockVersion(trx, eventId, given.version);
    await refuseWhileHeld(trx, eventId);
    const changed = await storeDecision(trx, event, {
      address,
      staysAway: wanted.choice === "leaveOut",
    });
    if (!changed)
      throw new AppError({
        code: "nothingToDecide",
        status: 409,
        message:
          "This has been decided or undone in the meantime. Look at the event again.",
      });
    await enqueuePublication(deps, trx, eventId);
    await eventChanged(deps, trx, eventId);
  });
}

async function storeDecision(
  trx: Trx,
  event: EventRow,
  { address, staysAway }: { address: string; staysAway: boolean },
): Promise<boolean> {
  const row = await trx
    .updateTable("attendees")
    .set({
      wanted: !staysAway,
      invited_at: null,
      outlook_state: staysAway ? "leftOut" : "unseen",
      answer: "none",
      answered_at: null,
      answered_in: null,
    })
    .where("event_id", "=", event.id)
    .where("address", "=", address)
    .where("outlook_state", "=", "removed")
    .returning("wave")
    .executeTakeFirst();
  if (!row) return false;
  await trx
    .updateTable("scheduled_events")
    .set({
      version: event.version + 1,
      ...(staysAway && {
        audience_addresses: event.audience_addresses.filter(
          (known) => known !== address,
        ),
      }),
    })
    .where("id", "=", event.id)
    .execute();
  await forgetTroubles(trx, event.id);
  await followVersion(trx, {
    eventId: event.id,
    before: event.version,
    // Outlook shows it already that they are gone.
    changed: staysAway ? [] : [row.wave],
  });
  return true;
}
