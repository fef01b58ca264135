import type { Logger } from "pino";
import type { Db } from "../db/database.ts";
import type { GraphClient } from "../graph/graph-client.ts";
import { deleteSubscription } from "../graph/subscriptions.ts";
import { findDefaultAccount } from "./account-store.ts";

/**
 * Forgets the service account: its tokens, and its subscription at Graph where that still answers
 * (it expires by itself otherwise). Events stay; their invitations are no longer updated.
 */
export async function disconnectAccount(deps: {
  db: Db;
  log: Logger;
  graphOf: (accountId: string) => GraphClient;
}): Promise<void> {
  const account = await findDefaultAccount(deps.db);
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
    await trx
      .deleteFrom("token_caches")
      .where("account_id", "=", account.id)
      .execute();
    await trx
      .deleteFrom("graph_subscriptions")
      .where("account_id", "=", account.id)
      .execute();
    // The row stays: the events on its calendar belong to it, should it come back.
    await trx
      .updateTable("service_accounts")
      .set({ state: "disconnected", is_default: false, problem_code: null })
      .where("id", "=", account.id)
      .execute();
  });
}
