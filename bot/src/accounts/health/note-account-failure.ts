import type { Logger } from "pino";
import type { Clock } from "../../clock.ts";
import type { Db, Trx } from "../../db/database.ts";
import type { ServiceAccountRow } from "../../db/tables/accounts.ts";
import type { GraphFailure } from "../../graph/graph-failure.ts";
import type { Enqueue } from "../../jobs/job-queue.ts";
import { lockAccount } from "../account-store.ts";
import { checkDelayMs, healthAfterFailure } from "./account-health.ts";
import { graphTrouble } from "./graph-trouble.ts";
import { healthOf } from "./record-health.ts";

/** Failures further apart than this, in milliseconds, are no row of failures. */
const rowMs = 15 * 60_000;

/**
 * Notes, whichever call met it, that an account seems not to work, and has it checked: its work waits from now
 * on, and a check, not this one call, says what is so. What Graph forbids may concern one event alone, so
 * that only asks for the check.
 */
export async function noteAccountFailure(
  deps: { db: Db; clock: Clock; log: Logger; enqueue: Enqueue },
  accountId: string,
  failure: GraphFailure,
): Promise<void> {
  deps.log.warn(
    { account: accountId, code: failure.code, status: failure.status },
    "the service account does not work",
  );
  const trouble = graphTrouble(failure);
  if (trouble === null || trouble === "unreachable") return;
  await deps.db.transaction().execute(async (trx) => {
    const account = await lockAccount(trx, accountId);
    // Broken already: its checks go on by themselves.
    if (!account || account.state === "broken") return;
    const now = deps.clock.now();
    const before = healthOf(account);
    const health =
      failure.kind === "account"
        ? healthAfterFailure(before, trouble, now)
        : before;
    const state = {
      state: health.state,
      problem_code: health.reason,
      state_since: health.since,
    };
    if (isCheckOwed(account)) {
      // The check that an earlier failure asked for has not come yet; many failures must not push it away.
      await setAccount(trx, accountId, state);
      return;
    }
    const isInRow =
      account.failed_at !== null &&
      now.getTime() - account.failed_at.getTime() < rowMs;
    const failures = isInRow ? account.failures + 1 : 1;
    const checkAt = new Date(now.getTime() + checkDelayMs(failures));
    await setAccount(trx, accountId, {
      ...state,
      next_check_at: checkAt,
      failures,
      failed_at: now,
    });
    // A later one is found by the clock: a postponed job would stand in the way of one that is wanted sooner.
    if (checkAt <= now)
      await deps.enqueue(trx, "accounts.check", { accountId });
  });
}

function isCheckOwed(
  account: Pick<ServiceAccountRow, "failed_at" | "checked_at">,
): boolean {
  return (
    account.failed_at !== null &&
    (account.checked_at === null || account.checked_at < account.failed_at)
  );
}

async function setAccount(
  trx: Trx,
  accountId: string,
  changes: Partial<
    Pick<
      ServiceAccountRow,
      | "state"
      | "problem_code"
      | "state_since"
      | "next_check_at"
      | "failures"
      | "failed_at"
    >
  >,
): Promise<void> {
  await trx
    .updateTable("service_accounts")
    .set(changes)
    .where("id", "=", accountId)
    .execute();
}
