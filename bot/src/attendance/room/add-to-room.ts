import type { AddToRoom } from "../../../contract/attendance.ts";
import type { Actor } from "../../access/actor.ts";
import { readPeopleNamed } from "../../audience/read-people-named.ts";
import type { Clock } from "../../clock.ts";
import type { Db } from "../../db/database.ts";
import type { AttendeeRow } from "../../db/tables/attendees.ts";
import { AppError } from "../../errors.ts";
import { claimIdempotencyKey } from "../../events/claim-idempotency-key.ts";
import { listAttendees } from "../../events/event-store.ts";
import { findEventToTick } from "./find-event-to-tick.ts";
import { storeTick } from "./room-store.ts";
import { signedBy } from "./tick-person.ts";

/**
 * Puts somebody on the list who is in the room. Who is invited by that address, or is known by it, is ticked off
 * instead of standing there twice. Safe to repeat with the same key.
 * @throws {AppError} when the actor may not, or the address is none of a person's
 */
export async function addToRoom(
  deps: { db: Db; clock: Clock },
  given: {
    actor: Actor;
    eventId: string;
    wanted: AddToRoom;
    idempotencyKey: string | null;
  },
): Promise<void> {
  const { actor, eventId, wanted } = given;
  await findEventToTick(deps, actor, eventId);
  const address = wanted.address?.toLowerCase() ?? null;
  const known = address === null ? null : await findKnown(deps.db, address);
  const attendee =
    address === null
      ? null
      : await findInvited(deps.db, {
          eventId,
          address,
          objectId: known?.objectId ?? null,
        });
  const now = deps.clock.now();
  await deps.db.transaction().execute(async (trx) => {
    const repeated = await claimIdempotencyKey(trx, {
      key: given.idempotencyKey,
      request: { addToRoom: eventId, ...wanted },
      actor,
      eventId,
      now,
    });
    if (repeated !== null) return;
    await storeTick(trx, {
      event_id: eventId,
      attendee_id: attendee?.id ?? null,
      object_id: attendee?.object_id ?? known?.objectId ?? null,
      address: attendee?.address ?? address,
      display_name: wanted.displayName,
      visit_kind: null,
      ...signedBy(actor, now),
    });
  });
}

async function findKnown(db: Db, address: string) {
  return (await readPeopleNamed(db, [address])).get(address) ?? null;
}

/** @throws {AppError} when it is the address of a mailing list, which is nobody */
async function findInvited(
  db: Db,
  given: { eventId: string; address: string; objectId: string | null },
): Promise<AttendeeRow | null> {
  const invited = (await listAttendees(db, given.eventId)).filter(
    ({ wanted }) => wanted,
  );
  const row =
    invited.find(({ address }) => address === given.address) ??
    invited.find(
      ({ object_id }) => object_id !== null && object_id === given.objectId,
    );
  if (row?.list_size != null && row.answer === "none")
    throw new AppError({
      code: "mailingList",
      status: 422,
      field: "address",
      message:
        "This is the address of a mailing list. Give the person’s own, or leave it out.",
    });
  return row ?? null;
}
