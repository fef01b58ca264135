import type { AttendanceAccess } from "../../contract/accounts.ts";
import {
  permissionProblems,
  resumeAttendance,
} from "../attendance/resume-attendance.ts";
import type { Clock } from "../clock.ts";
import type { Db } from "../db/database.ts";
import type { Enqueue } from "../jobs/job-queue.ts";

/** Who reads attendance in this organization: the service account by its own token, or the app by its. */
export async function readAttendanceAccess(db: Db): Promise<AttendanceAccess> {
  const { attendance_access } = await db
    .selectFrom("organization_settings")
    .select("attendance_access")
    .executeTakeFirstOrThrow();
  return attendance_access;
}

/** What could not be read in the one way is tried in the other at once. */
export async function chooseAttendanceAccess(
  deps: { db: Db; clock: Clock; enqueue: Enqueue },
  access: AttendanceAccess,
): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    await trx
      .updateTable("organization_settings")
      .set({ attendance_access: access })
      .execute();
    await resumeAttendance(deps, trx, {
      accountId: null,
      problems: [...permissionProblems, "accountBroken"],
      now: deps.clock.now(),
    });
  });
}
