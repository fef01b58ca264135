import { createHash, timingSafeEqual } from "node:crypto";
import type { Logger } from "pino";
import { sql } from "kysely";
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
  const notifications = deliveries.flat();
  // Both at once: while many answer, the way to the database is what takes time.
  const [subscriptions, events] = await Promise.all([
    findSubscriptions(deps.db),
    findEvents(deps.db, notifications),
  ]);
  const told = sortOut(deps, { notifications, subscriptions });
  const reads = events
    .filter(
      ({ graph_event_id }) =>
        told.graphEventIds.size > 0 &&
        (graph_event_id === null || told.graphEventIds.has(graph_event_id)),
    )
    .map(({ id }) => ({ eventId: id }));
  if (told.accountsToRepair.size === 0 && told.accountsPaused.size === 0)
    await deps.enqueue(deps.db, "responses.read", reads);
  else
    await deps.db.transaction().execute(async (trx) => {
      await deps.enqueue(trx, "responses.read", reads);
      await deps.enqueue(
        trx,
        "subscriptions.ensure",
        [...told.accountsToRepair].map((accountId) => ({ accountId })),
      );
      await deps.enqueue(
        trx,
        "subscriptions.reauthorize",
        [...told.accountsPaused].map((accountId) => ({ accountId })),
      );
      // Whatever happened to the subscription, changes may have gone unreported.
      for (const accountId of told.accountsToRepair)
        await requestCatchUp(deps, trx, accountId);
    });
  return deliveries.map(() => undefined);
}

type KnownSubscription = Awaited<ReturnType<typeof findSubscriptions>>[number];

function findSubscriptions(db: Db) {
  return db
    .selectFrom("graph_subscriptions")
    .select(["account_id", "graph_id", "client_state"])
    .execute();
}

/** What genuine notifications tell; the others are dropped. */
function sortOut(
  deps: Pick<NotificationDeps, "log">,
  given: {
    notifications: readonly Notification[];
    subscriptions: readonly KnownSubscription[];
  },
): {
  graphEventIds: Set<string>;
  accountsToRepair: Set<string>;
  accountsPaused: Set<string>;
} {
  const graphEventIds = new Set<string>();
  const accountsToRepair = new Set<string>();
  const accountsPaused = new Set<string>();
  let dropped = 0;
  for (const notification of given.notifications) {
    const subscription = given.subscriptions.find(
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
    if (notification.lifecycleEvent === "reauthorizationRequired")
      accountsPaused.add(subscription.account_id);
    else if (notification.lifecycleEvent)
      accountsToRepair.add(subscription.account_id);
    else if (notification.resourceData)
      graphEventIds.add(notification.resourceData.id);
  }
  if (dropped > 0)
    deps.log.warn({ dropped }, "notifications without our secret");
  return { graphEventIds, accountsToRepair, accountsPaused };
}

/** The events that notifications name, genuine or not, and those that are being created. */
async function findEvents(
  db: Db,
  notifications: readonly Notification[],
): Promise<{ id: string; graph_event_id: string | null }[]> {
  const named = notifications.flatMap(({ resourceData }) =>
    resourceData ? [resourceData.id] : [],
  );
  if (named.length === 0) return [];
  return db
    .selectFrom("scheduled_events")
    .where("cancelled", "=", false)
    .where((where) =>
      where.or([
        sql<boolean>`graph_event_id = any(${[...new Set(named)]}::text[])`,
        // Being created: Graph may report an answer before its reply with the id is stored.
        where.and([
          where("graph_event_id", "is", null),
          where("attempted_version", "is not", null),
        ]),
      ]),
    )
    .select(["id", "graph_event_id"])
    .execute();
}

function equalSecrets(expected: string, given: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(expected), digest(given));
}
