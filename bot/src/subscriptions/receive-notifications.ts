import { createHash, timingSafeEqual } from "node:crypto";
import type { Logger } from "pino";
import { z } from "zod";
import type { Db } from "../db/database.ts";
import { gather } from "../db/gather.ts";
import { requestCatchUp } from "../responses/catch-up.ts";
import type { Enqueue } from "../jobs/job-queue.ts";

const notificationSchema = z.object({
  subscriptionId: z.string(),
  clientState: z.string().nullish(),
  lifecycleEvent: z.string().nullish(),
  resourceData: z.object({ id: z.string() }).nullish(),
});
type Notification = z.output<typeof notificationSchema>;

const notificationsSchema = z.object({
  value: z.array(notificationSchema).max(1000),
});

/** Deliveries that share a transaction; each may hold a thousand notifications. */
const mostAtOnce = 50;

interface NotificationDeps {
  db: Db;
  enqueue: Enqueue;
  log: Logger;
}

/**
 * Opens what takes deliveries of change or lifecycle notifications: only triggers, never data. Those without
 * our secret are dropped; the others have become jobs when it is done. Deliveries of one moment share a
 * transaction: Graph turns away from an endpoint that is slow while many people answer.
 *
 * @returns takes a parsed body of any shape
 */
export function openNotificationReceiver(
  deps: NotificationDeps,
): (body: unknown) => Promise<void> {
  const take = gather(
    (deliveries: Notification[][]) => takeAll(deps, deliveries),
    mostAtOnce,
  );
  return async (body) => {
    const delivery = notificationsSchema.safeParse(body);
    if (delivery.success) await take(delivery.data.value);
  };
}

async function takeAll(
  deps: NotificationDeps,
  deliveries: readonly Notification[][],
): Promise<void[]> {
  const told = await sortOut(deps, deliveries.flat());
  const eventIds = await findEventIds(deps.db, [...told.graphEventIds]);
  if (eventIds.length > 0 || told.accountsToRepair.size > 0)
    await deps.db.transaction().execute(async (trx) => {
      await deps.enqueue(
        trx,
        "responses.read",
        eventIds.map((eventId) => ({ eventId })),
      );
      await deps.enqueue(
        trx,
        "subscriptions.ensure",
        [...told.accountsToRepair].map((accountId) => ({ accountId })),
      );
      for (const accountId of told.accountsWithGap)
        await requestCatchUp(deps, trx, accountId);
    });
  return deliveries.map(() => undefined);
}

/** What genuine notifications tell; the others are dropped. */
async function sortOut(
  deps: NotificationDeps,
  notifications: readonly Notification[],
): Promise<{
  graphEventIds: Set<string>;
  accountsToRepair: Set<string>;
  accountsWithGap: Set<string>;
}> {
  const subscriptions = await deps.db
    .selectFrom("graph_subscriptions")
    .select(["account_id", "graph_id", "client_state"])
    .execute();
  const graphEventIds = new Set<string>();
  const accountsToRepair = new Set<string>();
  const accountsWithGap = new Set<string>();
  let dropped = 0;
  for (const notification of notifications) {
    const subscription = subscriptions.find(
      (known) =>
        equalSecrets(known.client_state, notification.clientState ?? "") &&
        // Null while the reply that names the id is still under way.
        (known.graph_id === null ||
          known.graph_id === notification.subscriptionId),
    );
    if (!subscription) {
      dropped += 1;
      continue;
    }
    if (notification.lifecycleEvent) {
      accountsToRepair.add(subscription.account_id);
      // Whatever else happened to the subscription, changes may have gone unreported.
      if (notification.lifecycleEvent !== "reauthorizationRequired")
        accountsWithGap.add(subscription.account_id);
    } else if (notification.resourceData)
      graphEventIds.add(notification.resourceData.id);
  }
  if (dropped > 0)
    deps.log.warn({ dropped }, "notifications without our secret");
  return { graphEventIds, accountsToRepair, accountsWithGap };
}

async function findEventIds(
  db: Db,
  graphEventIds: readonly string[],
): Promise<string[]> {
  if (graphEventIds.length === 0) return [];
  const rows = await db
    .selectFrom("scheduled_events")
    .where("cancelled", "=", false)
    .where((where) =>
      where.or([
        where("graph_event_id", "in", graphEventIds),
        // Being created: Graph may report an answer before its reply with the id is stored.
        where.and([
          where("graph_event_id", "is", null),
          where("attempted_version", "is not", null),
        ]),
      ]),
    )
    .select("id")
    .execute();
  return rows.map(({ id }) => id);
}

function equalSecrets(expected: string, given: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(expected), digest(given));
}
