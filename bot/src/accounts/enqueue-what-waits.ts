import type { Trx } from "../db/database.ts";
import { requestCatchUp } from "../responses/catch-up.ts";
import type { Enqueue } from "../jobs/job-queue.ts";

/** What starts when an account works (again): its subscription, and everything that waited for it. */
export async function enqueueWhatWaits(
  enqueue: Enqueue,
  trx: Trx,
  accountId: string,
): Promise<void> {
  await enqueue(trx, "subscriptions.ensure", { accountId });
  await enqueue(trx, "events.publish-pending", {});
  await requestCatchUp({ enqueue }, trx, accountId);
}
