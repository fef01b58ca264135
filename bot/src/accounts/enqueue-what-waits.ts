import { resumeAttendance } from "../attendance/resume-attendance.ts";
import type { Trx } from "../db/database.ts";
import { requestCatchUp } from "../responses/catch-up.ts";
import type { Enqueue } from "../jobs/job-queue.ts";

/** What starts when an account works (again): its subscription, and everything that waited for it. */
export async function enqueueWhatWaits(
  enqueue: Enqueue,
  trx: Trx,
  accountId: string,
  now: Date,
): Promise<void> {
  await enqueue(trx, "subscriptions.ensure", { accountId });
  await enqueue(trx, "events.publish-pending", {});
  await trx
    .updateTable("event_meetings")
    .set({ next_try_at: null })
    .where("next_try_at", "is not", null)
    .where((where) =>
      where(
        "event_id",
        "in",
        where
          .selectFrom("scheduled_events")
          .where("account_id", "=", accountId)
          .select("id"),
      ),
    )
    .execute();
  await enqueue(trx, "meetings.configure-due", {});
  await resumeAttendance({ enqueue }, trx, {
    accountId,
    problems: ["accountBroken", "unreachable", "permissionMissing"],
    now,
  });
  await requestCatchUp({ enqueue }, trx, accountId);
}
