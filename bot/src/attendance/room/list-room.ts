import type { Db } from "../../db/database.ts";
import type { RoomAttendanceRow } from "../../db/tables/attendance.ts";

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
