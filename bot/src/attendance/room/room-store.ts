import { sql } from "kysely";
import { notifyEventChanged, type Trx } from "../../db/database.ts";
import type { RoomAttendanceRow } from "../../db/tables/attendance.ts";
import { countTotals } from "../totals/count-totals.ts";

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
  if (!stored) return;
  await countTotals(trx, row.event_id, row.ticked_at);
  await notifyEventChanged(trx, row.event_id);
}

/** Takes ticks back, and tells who watches the event; those that are gone already are no matter. */
export async function removeTicks(
  trx: Trx,
  given: { eventId: string; ids: readonly string[]; now: Date },
): Promise<void> {
  const { eventId, ids } = given;
  const removed = await trx
    .deleteFrom("room_attendance")
    .where("event_id", "=", eventId)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .returning("id")
    .execute();
  if (removed.length === 0) return;
  await countTotals(trx, eventId, given.now);
  await notifyEventChanged(trx, eventId);
}
