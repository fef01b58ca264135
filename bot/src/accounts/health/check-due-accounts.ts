import type { Clock } from "../../clock.ts";
import type { Db } from "../../db/database.ts";
import type { Enqueue } from "../../jobs/job-queue.ts";

/** Enqueues the check of every account whose time has come: every minute, and at start. */
export async function checkDueAccounts(deps: {
  db: Db;
  clock: Clock;
  enqueue: Enqueue;
}): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const accounts = await trx
      .selectFrom("service_accounts")
      .where("state", "!=", "disconnected")
      .where("next_check_at", "<=", deps.clock.now())
      .select("id")
      .execute();
    await deps.enqueue(
      trx,
      "accounts.check",
      accounts.map(({ id }) => ({ accountId: id })),
    );
  });
}
