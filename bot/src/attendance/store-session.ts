import { notifyEventChanged, type Db } from "../db/database.ts";
import type { AttendanceReadingRow } from "../db/tables/attendance.ts";
import type {
  AttendanceRecord,
  AttendanceReport,
} from "../graph/attendance-reports.ts";
import { lockReading } from "./reading-store.ts";
import { countTotals } from "./totals/count-totals.ts";
import { visitOfRecord } from "./visit-of-record.ts";

/** Rows of one statement: PostgreSQL takes 65,535 values. */
const chunk = 1000;

/** Stores a report whole, in the place of what was known of its session; whatever is stored twice is stored once. */
export async function storeSession(
  db: Db,
  given: {
    reading: AttendanceReadingRow;
    report: AttendanceReport;
    records: readonly AttendanceRecord[];
    /** Of the organization. */
    tenantId: string;
    now: Date;
  },
): Promise<void> {
  const { report, records, tenantId } = given;
  await db.transaction().execute(async (trx) => {
    const reading = await lockReading(trx, given.reading);
    if (!reading) return;
    const of = { event_id: reading.event_id, report_id: report.id };
    await trx
      .deleteFrom("attendance_sessions")
      .where("event_id", "=", of.event_id)
      .where("report_id", "=", of.report_id)
      .execute();
    const told = records.map((record) =>
      visitOfRecord(record, { session: report, tenantId }),
    );
    await trx
      .insertInto("attendance_sessions")
      .values({
        ...of,
        started_at: report.startedAt,
        ended_at: report.endedAt,
        participants: report.participants,
        listed: countPeople(told),
      })
      .execute();
    const visits = told.map((visit, n) => {
      return {
        ...of,
        n,
        object_id: visit.objectId,
        address: visit.address,
        display_name: visit.displayName,
        kind: visit.kind,
        seconds: visit.seconds,
        first_join_at: visit.firstJoinAt,
        last_leave_at: visit.lastLeaveAt,
        stays: JSON.stringify(visit.stays),
      };
    });
    for (let start = 0; start < visits.length; start += chunk)
      await trx
        .insertInto("attendance_visits")
        .values(visits.slice(start, start + chunk))
        .execute();
    // Before the first look is through, nobody is told of a part of what it finds.
    if (reading.found_at !== null) {
      await trx
        .updateTable("attendance_readings")
        .set({ found_at: given.now })
        .where("event_id", "=", reading.event_id)
        .execute();
      await countTotals(trx, reading.event_id, given.now);
    }
    await notifyEventChanged(trx, reading.event_id);
  });
}

/** As Teams counts its participants: somebody on two devices is one, people without id or address are one each. */
function countPeople(
  visits: readonly { objectId: string | null; address: string | null }[],
): number {
  const keys = visits.map(
    ({ objectId, address }, n) => objectId ?? address ?? `record ${n}`,
  );
  return new Set(keys).size;
}
