import type { Clock } from "../../clock.ts";
import type { Trx } from "../../db/database.ts";
import type { Enqueue } from "../../jobs/job-queue.ts";

/** Has an account checked soon: the daily work met something that a check explains, such as a missing meeting. */
export async function askForCheck(
  deps: { clock: Clock; enqueue: Enqueue },
  trx: Trx,
  accountId: string,
): Promise<void> {
  await trx
    .updateTable("service_accounts")
    .set({ next_check_at: deps.clock.now() })
    .where("id", "=", accountId)
    .where("state", "=", "connected")
    .execute();
  await deps.enqueue(trx, "accounts.check", { accountId });
}
