import type { Clock } from "../../clock.ts";
import type { Db } from "../../db/database.ts";
import type { KeptAccount } from "../account-store.ts";
import type { Finding } from "./account-health.ts";

/** A new subscription has this long to come about, in milliseconds. */
const subscribeWithinMs = 3 * 60_000;

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
