import { sql } from "kysely";
import type { Trx } from "../../db/database.ts";
import { readKnownAttendance } from "../known-attendance.ts";
import { totalsOf } from "./totals-of.ts";

/**
 * Counts who came to an event, as everything that is stored in this transaction tells it. Belongs into every transaction
 * that changes what is known of who came, after the change: those that change it at once wait for one another here, and
 * each counts what the one before has stored.
 */
export async function countTotals(
  trx: Trx,
  eventId: string,
  now: Date,
): Promise<void> {
  // The end as the database has it, which is more exact than a date here.
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto("attendance_totals")
    .columns(["event_id", "for_end"])
    .expression(
      trx
        .selectFrom("scheduled_events")
        .where("id", "=", eventId)
        .select(["id", "ends_at"]),
    )
    .onConflict((conflict) =>
      conflict
        .column("event_id")
        .doUpdateSet({ for_end: sql<Date>`excluded.for_end` }),
    )
    .executeTakeFirstOrThrow();
  if (!numInsertedOrUpdatedRows) return;
  const event = await trx
    .selectFrom("scheduled_events")
    .where("id", "=", eventId)
    .selectAll()
    .executeTakeFirstOrThrow();
  await trx
    .updateTable("attendance_totals")
    .set({
      ...totalsOf(await readKnownAttendance(trx, event, now)),
      counted_at: now,
    })
    .where("event_id", "=", eventId)
    .execute();
}
