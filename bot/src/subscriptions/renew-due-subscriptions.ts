import { sql } from "kysely";
import type { Clock } from "../clock.ts";
import type { Config } from "../config.ts";
import type { Db } from "../db/database.ts";
import type { Enqueue } from "../jobs/job-queue.ts";
import { notificationUrlOf, renewDaysBefore } from "./ensure-subscription.ts";

/**
 * Up to half a day earlier, another time for each account, so that many accounts do not ask in the same
 * moment. It is drawn from the id, so that every replica agrees.
 */
const jitter = sql<Date>`(abs(hashtext(service_accounts.id::text)) % 720) * interval '1 minute'`;

/**
 * Enqueues the renewal of every subscription that is missing, ends within three days, or reports to an
 * address where the product no longer is.
 */
export async function renewDueSubscriptions(deps: {
  db: Db;
  clock: Clock;
  config: Config;
  enqueue: Enqueue;
}): Promise<void> {
  const due = new Date(
    deps.clock.now().getTime() + renewDaysBefore * 86_400_000,
  );
  await deps.db.transaction().execute(async (trx) => {
    const accounts = await trx
      .selectFrom("service_accounts")
      .leftJoin(
        "graph_subscriptions",
        "graph_subscriptions.account_id",
        "service_accounts.id",
      )
      .where("service_accounts.state", "in", ["connected", "degraded"])
      .where((where) =>
        where.or([
          where("graph_subscriptions.expires_at", "is", null),
          sql<boolean>`graph_subscriptions.expires_at < ${due}::timestamptz + ${jitter}`,
          where(
            "graph_subscriptions.notification_url",
            "is distinct from",
            notificationUrlOf(deps.config),
          ),
        ]),
      )
      .select("service_accounts.id")
      .execute();
    for (const { id } of accounts)
      await deps.enqueue(trx, "subscriptions.ensure", { accountId: id });
  });
}
