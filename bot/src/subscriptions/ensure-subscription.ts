import { randomBytes } from "node:crypto";
import type pg from "pg";
import { findAccount } from "../accounts/account-store.ts";
import type { Clock } from "../clock.ts";
import type { Config } from "../config.ts";
import { withSessionLock, type Db } from "../db/database.ts";
import { RetryLater } from "../errors.ts";
import type { GraphClient, GraphOf } from "../graph/graph-client.ts";
import { GraphFailure } from "../graph/graph-failure.ts";
import type { Enqueue } from "../jobs/job-queue.ts";
import { requestCatchUp } from "../responses/catch-up.ts";
import {
  createSubscription,
  deleteSubscription,
  listSubscriptions,
  longestSubscriptionMinutes,
  renewSubscription,
  subscribedResource,
  type Subscription,
} from "../graph/subscriptions.ts";

interface SubscriptionDeps {
  db: Db;
  pool: pg.Pool;
  config: Config;
  clock: Clock;
  enqueue: Enqueue;
  graphOf: GraphOf;
}

/** Wait when another job sees to the same subscription, in milliseconds. */
const busyRetryMs = 1_000;

/** Days before its end at which a subscription is renewed. */
export const renewDaysBefore = 3;

/**
 * Sees to it that Graph reports changes of one account's events until well after now: renews the
 * subscription on record, or creates one. Safe to repeat: what an unclear create left behind at
 * Graph is replaced. One at a time for each account: of two that find none at Graph, each would make one.
 *
 * @param options.wasPaused Graph may have kept back reports until now
 */
export async function ensureSubscription(
  deps: SubscriptionDeps,
  accountId: string,
  options: { wasPaused: boolean } = { wasPaused: false },
): Promise<void> {
  const run = await withSessionLock(
    deps.pool,
    `subscription:${accountId}`,
    () => ensure(deps, accountId, options),
  );
  if (!run.held)
    throw new RetryLater({
      message: "another job sees to this subscription",
      retryAfterMs: busyRetryMs,
    });
}

async function ensure(
  deps: SubscriptionDeps,
  accountId: string,
  options: { wasPaused: boolean },
): Promise<void> {
  // Disconnected meanwhile: nothing is to be heard of it any more.
  if (!(await findAccount(deps.db, accountId))) return;
  const record = await openRecord(deps.db, accountId);
  const graph = deps.graphOf(accountId);
  const now = deps.clock.now();
  const expiresAt = new Date(
    now.getTime() + (longestSubscriptionMinutes - 5) * 60_000,
  );
  // Graph cannot change where a subscription reports to: after a move of the product it is replaced.
  const isCurrent = record.notification_url === notificationUrlOf(deps.config);
  if (record.graph_id && !isCurrent) await remove(graph, record.graph_id);
  const renewed =
    record.graph_id && isCurrent
      ? await renew(graph, { subscriptionId: record.graph_id, expiresAt })
      : null;
  const subscription =
    renewed ??
    (await create(deps, graph, {
      clientState: record.client_state,
      expiresAt,
    }));
  const isKept = await deps.db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable("graph_subscriptions")
      .set({
        graph_id: subscription.id,
        expires_at: subscription.expiresAt,
        notification_url: notificationUrlOf(deps.config),
      })
      .where("account_id", "=", accountId)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    // Nobody listened until now.
    if (!renewed || options.wasPaused)
      await requestCatchUp(deps, trx, accountId);
    return true;
  });
  if (!isKept) await remove(graph, subscription.id);
}

/** The secret is stored before Graph hears of it, so that no early notification is refused. */
async function openRecord(db: Db, accountId: string) {
  await db
    .insertInto("graph_subscriptions")
    .values({
      account_id: accountId,
      graph_id: null,
      notification_url: null,
      client_state: randomBytes(32).toString("base64url"),
      expires_at: null,
    })
    .onConflict((conflict) => conflict.column("account_id").doNothing())
    .execute();
  return db
    .selectFrom("graph_subscriptions")
    .where("account_id", "=", accountId)
    .select(["graph_id", "client_state", "notification_url"])
    .executeTakeFirstOrThrow();
}

async function renew(
  graph: GraphClient,
  given: { subscriptionId: string; expiresAt: Date },
): Promise<Subscription | null> {
  try {
    return await renewSubscription(graph, given);
  } catch (error) {
    if (error instanceof GraphFailure && error.kind === "gone") return null;
    throw error;
  }
}

async function remove(graph: GraphClient, subscriptionId: string) {
  await deleteSubscription(graph, subscriptionId).catch((error: unknown) => {
    if (!(error instanceof GraphFailure && error.kind === "gone")) throw error;
  });
}

/** Where Graph is to report to today. */
export function notificationUrlOf(config: Pick<Config, "PUBLIC_URL">): string {
  return `${config.PUBLIC_URL}/api/notifications`;
}

async function create(
  deps: SubscriptionDeps,
  graph: GraphClient,
  given: { clientState: string; expiresAt: Date },
): Promise<Subscription> {
  const notificationUrl = notificationUrlOf(deps.config);
  // One that an unclear create left would notify a second time, or refuse this one as a duplicate.
  for (const left of await listSubscriptions(graph))
    if (
      left.notificationUrl === notificationUrl &&
      left.resource.replace(/^\//, "") === subscribedResource.slice(1)
    )
      await deleteSubscription(graph, left.id);
  return createSubscription(graph, {
    notificationUrl,
    lifecycleNotificationUrl: `${deps.config.PUBLIC_URL}/api/lifecycle`,
    clientState: given.clientState,
    expiresAt: given.expiresAt,
  });
}
