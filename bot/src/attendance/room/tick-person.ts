import { randomUUID } from "node:crypto";
import type { TickRoom } from "../../../contract/attendance.ts";
import type { Actor } from "../../access/actor.ts";
import type { Clock } from "../../clock.ts";
import type { Db } from "../../db/database.ts";
import type { RoomAttendanceRow } from "../../db/tables/attendance.ts";
import { AppError, notFound } from "../../errors.ts";
import type { MergedPerson } from "../merge-attendance.ts";
import { readKnownAttendance } from "../known-attendance.ts";
import { findEventToTick } from "./find-event-to-tick.ts";
import { removeTicks, storeTick } from "./room-store.ts";

/**
 * Ticks somebody of the list off, or takes the tick back; of who is on it by the tick alone nothing is left then. Safe to
 * repeat.
 * @throws {AppError} when the actor may not, or nobody on the list is meant
 */
export async function tickPerson(
  deps: { db: Db; clock: Clock },
  given: { actor: Actor; eventId: string; wanted: TickRoom },
): Promise<void> {
  const { actor, eventId, wanted } = given;
  const { event } = await findEventToTick(deps, actor, eventId);
  const now = deps.clock.now();
  const { people } = await readKnownAttendance(deps.db, event, now);
  const person = people.find(({ key }) => key === wanted.key);
  if (!person) {
    // Another lead has taken the tick back, and with it the person off the list.
    if (!wanted.inRoom) return;
    throw notFound("person on this list");
  }
  if (person.inRoom === wanted.inRoom) return;
  await deps.db.transaction().execute(async (trx) => {
    if (wanted.inRoom)
      await storeTick(trx, {
        ...tickOf(person),
        event_id: eventId,
        ...signedBy(actor, now),
      });
    else await removeTicks(trx, { eventId, ids: person.tickIds, now });
  });
}

/** Who ticks somebody off, and when. */
export function signedBy(actor: Actor, now: Date) {
  return {
    id: randomUUID(),
    ticked_by: actor.objectId,
    ticked_by_name: actor.displayName,
    ticked_at: now,
  };
}

type TickedRow = Pick<
  RoomAttendanceRow,
  "attendee_id" | "object_id" | "address" | "display_name" | "visit_kind"
>;

/** @throws {AppError} for somebody who cannot be told from others */
function tickOf(person: MergedPerson): TickedRow {
  const [attendeeId = null] = person.attendeeIds;
  if (person.isNameless)
    throw new AppError({
      code: "namelessPerson",
      status: 409,
      message:
        "Teams told no name of this person, so nobody knows whom to tick off. Add them by their name.",
    });
  return {
    attendee_id: attendeeId,
    object_id: person.objectId,
    address: person.address,
    display_name: person.displayName,
    visit_kind: person.inMeeting === null ? null : person.kind,
  };
}
