import { sql } from "kysely";
import { notifyEventChanged, type Db, type Trx } from "../../db/database.ts";
import type { RoomAttendanceRow } from "../../db/schema.ts";

/** Everybody who was ticked off in an event's room, in the order in which that was done. */
export function listRoom(
  db: Db,
  eventId: string,
): Promise<RoomAttendanceRow[]> {
  return db
    .selectFrom("room_attendance")
    .where("event_id", "=", eventId)
    .selectAll()
    .orderBy("ticked_at")
    .orderBy("id")
    .execute();
}

/** Ticks somebody off, and tells who watches the event; whom another lead has ticked off meanwhile stays as they are. */
export async function storeTick(
  trx: Trx,
  row: RoomAttendanceRow,
): Promise<void> {
  const stored = await trx
    .insertInto("room_attendance")
    .values(row)
    // Whichever of the unique indexes knows them.
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (stored) await notifyEventChanged(trx, row.event_id);
}

/** Takes ticks back, and tells who watches the event; those that are gone already are no matter. */
export async function removeTicks(
  trx: Trx,
  eventId: string,
  ids: readonly string[],
): Promise<void> {
  const removed = await trx
    .deleteFrom("room_attendance")
    .where("event_id", "=", eventId)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .returning("id")
    .execute();
  if (removed.length > 0) await notifyEventChanged(trx, eventId);
}
