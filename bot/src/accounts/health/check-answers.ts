import type { Clock } from "../../clock.ts";
import type { Db } from "../../db/database.ts";
import type { GraphClient } from "../../graph/graph-client.ts";
import { listSubscriptions } from "../../graph/subscriptions.ts";
import type { KeptAccount } from "../account-store.ts";
import type { Finding } from "./account-health.ts";

/** A new subscription has this long to come about, in milliseconds. */
const subscribeWithinMs = 3 * 60_000;

/**
 * Compares what is on record with what Graph has: a subscription that was removed without a word is forgotten
 * here, so that it is made anew. An answer that cannot be had changes nothing.
 */
export async function compareSubscription(
  deps: { db: Db },
  account: KeptAccount,
  graph: GraphClient,
): Promise<void> {
  const record = await deps.db
    .selectFrom("graph_subscriptions")
    .where("account_id", "=", account.id)
    .where("graph_id", "is not", null)
    .select("graph_id")
    .executeTakeFirst();
  if (!record) return;
  const standing = await listSubscriptions(graph).catch(() => null);
  if (standing === null || standing.some(({ id }) => id === record.graph_id))
    return;
  await deps.db
    .updateTable("graph_subscriptions")
    .set({ graph_id: null, expires_at: null })
    .where("account_id", "=", account.id)
    // Renewed or made anew meanwhile: that one was not looked for.
    .where("graph_id", "=", record.graph_id)
    .execute();
}

/** Whether Microsoft reports answers: a subscription stands. Looked up anew for each view, as it costs no call. */
export async function checkAnswers(
  deps: { db: Db; clock: Clock },
  account: KeptAccount,
): Promise<Finding["result"]> {
  const now = deps.clock.now();
  const subscription = await deps.db
    .selectFrom("graph_subscriptions")
    .where("account_id", "=", account.id)
    .select("expires_at")
    .executeTakeFirst();
  if (subscription?.expires_at && subscription.expires_at > now) return "ok";
  const isNew =
    now.getTime() - account.connected_at.getTime() < subscribeWithinMs;
  return isNew ? "unknown" : "answersNotReported";
}
