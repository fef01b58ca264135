import { sql } from "kysely";
import type { Actor } from "../../access/actor.ts";
import type { Trx } from "../../db/database.ts";
import { AppError } from "../../errors.ts";
import { claimIdempotencyKey } from "../claim-idempotency-key.ts";
import { eventChanged } from "../event-changed.ts";
import type { EventWithWaves } from "../event-store.ts";
import { findEventToLead } from "../find-event-to-lead.ts";
import { refuseWhileHeld } from "../hold/refuse-while-held.ts";
import { noteHistory } from "../history/history-store.ts";
import { lockVersion } from "../lock-version.ts";
import type { EventDeps } from "../schedule-event.ts";
import {
  enqueuePublication,
  followVersion,
  forgetTroubles,
} from "../wave-store.ts";

/**
 * Leaves out whoever has no invitation yet, in one transaction with the jobs that follow. Who has answered already is
 * invited all the same. The audience is from then on the people who have their invitation, by name.
 * @throws {AppError} when nobody has been invited yet, or everybody
 */
export async function stopInviting(
  deps: EventDeps,
  given: {
    actor: Actor;
    eventId: string;
    /** The version that the lead saw. */
    version: number;
    idempotencyKey: string | null;
  },
): Promise<void> {
  const { actor, eventId } = given;
  await findEventToLead(deps, actor, eventId, "event.edit");
  await deps.db.transaction().execute(async (trx) => {
    const repeated = await claimIdempotencyKey(trx, {
      key: given.idempotencyKey,
      request: ["stop-inviting", eventId],
      actor,
      eventId,
      now: deps.clock.now(),
    });
    if (repeated !== null) return;
    const event = await lockVersion(trx, eventId, given.version);
    await refuseWhileHeld(trx, eventId);
    if (
      event.waves.every(({ attempted_version }) => attempted_version === null)
    )
      throw new AppError({
        code: "nobodyInvited",
        status: 409,
        message:
          "Nobody has been invited yet. Cancel the event, or edit whom it invites.",
      });
    const changed = await leaveOutUninvited(trx, event);
    await storeAudience(trx, deps, { event, actor });
    await noteHistory(trx, {
      eventId,
      kind: "invitingStopped",
      by: actor,
      at: deps.clock.now(),
    });
    await followVersion(trx, { eventId, before: event.version, changed });
    await enqueuePublication(deps, trx, eventId);
    await eventChanged(deps, trx, eventId);
  });
}

/** @returns waves that Outlook may be told of at this moment: whoever is on them by now is taken off again */
async function leaveOutUninvited(
  trx: Trx,
  event: EventWithWaves,
): Promise<number[]> {
  const untouched = event.waves
    .filter(({ attempted_version }) => attempted_version === null)
    .map(({ number }) => number);
  const { numDeletedRows } = await trx
    .deleteFrom("attendees")
    .where("event_id", "=", event.id)
    .where(sql<boolean>`wave = any(${untouched}::integer[])`)
    .where("invited_at", "is", null)
    .where("answer", "=", "none")
    .executeTakeFirst();
  const underWay = await trx
    .updateTable("attendees")
    .set({ wanted: false, outlook_state: "unseen" })
    .where("event_id", "=", event.id)
    .where("wanted", "=", true)
    .where("invited_at", "is", null)
    .where("answer", "=", "none")
    .where(sql<boolean>`wave <> all(${untouched}::integer[])`)
    .returning("wave")
    .execute();
  if (numDeletedRows === 0n && underWay.length === 0)
    throw new AppError({
      code: "everybodyInvited",
      status: 409,
      message: "Everybody has been invited already.",
    });
  await trx
    .deleteFrom("waves")
    .where("event_id", "=", event.id)
    .where("number", ">", 1)
    .where("attempted_version", "is", null)
    .where(
      sql<boolean>`not exists (
        select 1 from attendees
        where attendees.event_id = waves.event_id and attendees.wave = waves.number
      )`,
    )
    .execute();
  return underWay.map(({ wave }) => wave);
}

async function storeAudience(
  trx: Trx,
  deps: EventDeps,
  given: { event: EventWithWaves; actor: Actor },
): Promise<void> {
  const { event, actor } = given;
  await trx
    .updateTable("scheduled_events")
    .set({
      version: event.version + 1,
      audience_group: false,
      late_joiners: false,
      audience_addresses: sql<string[]>`array(
        select address from attendees
        where event_id = ${event.id} and wanted and source = 'audience'
        order by address
      )`,
      paused_at: null,
      paused_by_name: null,
      updated_at: deps.clock.now(),
      changed_by: actor.objectId,
      changed_by_name: actor.displayName,
    })
    .where("id", "=", event.id)
    .execute();
  await trx
    .updateTable("event_groups")
    .set({ invites: false })
    .where("event_id", "=", event.id)
    .execute();
  await forgetTroubles(trx, event.id);
}
