import type { AttendanceAccess } from "../../contract/accounts.ts";
import type { Db } from "../db/database.ts";

/** Who reads attendance in this organization: the service account by its own token, or the app by its. */
export async function readAttendanceAccess(db: Db): Promise<AttendanceAccess> {
  const { attendance_access } = await db
    .selectFrom("organization_settings")
    .select("attendance_access")
    .executeTakeFirstOrThrow();
  return attendance_access;
}

export async function chooseAttendanceAccess(
  db: Db,
  access: AttendanceAccess,
): Promise<void> {
  await db
    .updateTable("organization_settings")
    .set({ attendance_access: access })
    .execute();
}
