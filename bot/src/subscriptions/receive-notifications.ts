import { createHash, timingSafeEqual } from "node:crypto";
import type { Logger } from "pino";
import { z } from "zod";
import type { Db } from "../db/database.ts";
import { requestCatchUp } from "../responses/catch-up.ts";
import type { Enqueue } from "../jobs/job-queue.ts";

const notificationsSchema = z.object({
  value: z
    .array(
      z.object({
        subscriptionId: z.string(),
        clientState: z.string().nullish(),
        lifecycleEvent: z.string().nullish(),
        resourceData: z.object({ id: z.string() }).nullish(),
      }),
    )
    .max(1000),
});

interface NotificationDeps {
  db: Db;
  enqueue: Enqueue;
  log: Logger;
}

/**
 * Takes a delivery of change or lifecycle notifications: only a trigger, never data. Those without
 * our secret are dropped; the others become jobs in one transaction.
 * @param body the parsed JSON that arrived, of any shape
 */
export async function receiveNotifications(
  deps: NotificationDeps,
  body: unknown,
): Promise<void> {
  const delivery = notificationsSchema.safeParse(body);
  if (!delivery.success) return;
  const subscriptions = await deps.db
    .selectFrom("graph_subscriptions")
    .select(["account_id", "graph_id", "client_state"])
    .execute();
  const graphEventIds = new Set<string>();
  const accountsToRepair = new Set<string>();
  const accountsWithGap = new Set<string>();
  let dropped = 0;
  for (const notification of delivery.data.value) {
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

  const eventIds = await findEventIds(deps.db, [...graphEventIds]);
  if (eventIds.length === 0 && accountsToRepair.size === 0) return;
  await deps.db.transaction().execute(async (trx) => {
    for (const eventId of eventIds)
      await deps.enqueue(trx, "responses.read", { eventId });
    for (const accountId of accountsToRepair)
      await deps.enqueue(trx, "subscriptions.ensure", { accountId });
    for (const accountId of accountsWithGap)
      await requestCatchUp(deps, trx, accountId);
  });
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
