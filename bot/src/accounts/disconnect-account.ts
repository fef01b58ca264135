import type { Logger } from "pino";
import type { Db } from "../db/database.ts";
import type { GraphOf } from "../graph/graph-client.ts";
import { deleteSubscription } from "../graph/subscriptions.ts";
import { findAccount, lockAccount } from "./account-store.ts";

/**
 * Forgets a service account: its tokens, and its subscription at Graph where that still answers (it expires by
 * itself otherwise). Events stay; their invitations are no longer updated. Safe to repeat.
 */
export async function disconnectAccount(
  deps: {
    db: Db;
    log: Logger;
    graphOf: GraphOf;
  },
  accountId: string,
): Promise<void> {
  const account = await findAccount(deps.db, accountId);
  if (!account) return;
  const subscription = await deps.db
    .selectFrom("graph_subscriptions")
    .where("account_id", "=", account.id)
    .select("graph_id")
    .executeTakeFirst();
  if (subscription?.graph_id)
    await deleteSubscription(
      deps.graphOf(account.id),
      subscription.graph_id,
    ).catch((error: unknown) =>
      deps.log.warn({ err: error }, "the subscription was not deleted"),
    );
  await deps.db.transaction().execute(async (trx) => {
    // The account first, then its tokens: whoever confirms a sign-in locks them in the same order.
    const current = await lockAccount(trx, account.id);
    // Connected anew meanwhile: that is the later wish.
    if (current?.connected_at.getTime() !== account.connected_at.getTime())
      return;
    await trx
      .deleteFrom("token_caches")
      .where("account_id", "=", account.id)
      .execute();
    await trx
      .deleteFrom("graph_subscriptions")
      .where("account_id", "=", account.id)
      .execute();
    await trx
      .deleteFrom("admin_notices")
      .where("topic", "=", `account:${account.id}`)
      .execute();
    // The row stays: the events on its calendar belong to it, should it come back.
    await trx
      .updateTable("service_accounts")
      .set({
        state: "disconnected",
        is_default: false,
        problem_code: null,
        findings: "[]",
        checked_at: null,
      })
      .where("id", "=", account.id)
      .execute();
  });
}
