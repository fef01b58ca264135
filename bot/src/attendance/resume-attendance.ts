import { notifyEventChanged, type Trx } from "../db/database.ts";
import type { ReadingProblem } from "../db/tables/attendance.ts";
import type { Enqueue } from "../jobs/job-queue.ts";

/** What somebody can put right, so that the reading goes on at once; those of a permission or policy. */
export const permissionProblems = [
  "permissionMissing",
  "appPermissionMissing",
  "policyMissing",
] as const satisfies readonly ReadingProblem[];

/** Teams keeps reports for a year (Graph: "meetingAttendanceReport resource type"). */
const keptMs = 365 * 24 * 3_600_000;

/**
 * Belongs into every transaction that lets attendance be read which could not be before: what waited for that is tried
 * at once, even where nothing was tried by itself any more.
 *
 * @param accountId whose events; null: of all accounts
 */
export async function resumeAttendance(
  deps: { enqueue: Enqueue },
  trx: Trx,
  given: {
    accountId: string | null;
    problems: readonly ReadingProblem[];
    now: Date;
  },
): Promise<void> {
  const { accountId, now } = given;
  const rows = await trx
    .updateTable("attendance_readings")
    .set({ next_try_at: now, tries: 0 })
    .where("problem", "in", given.problems)
    .where("for_end", ">", new Date(now.getTime() - keptMs))
    .$if(accountId !== null, (query) =>
      query.where((where) =>
        where(
          "event_id",
          "in",
          where
            .selectFrom("scheduled_events")
            .where("account_id", "=", accountId)
            .select("id"),
        ),
      ),
    )
    .returning("event_id")
    .execute();
  if (rows.length === 0) return;
  await notifyEventChanged(trx, ...rows.map(({ event_id }) => event_id));
  await deps.enqueue(trx, "attendance.read-due", {});
}
