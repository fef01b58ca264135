import { createHash, timingSafeEqual } from "node:crypto";
import type { Logger } from "pino";
import { sql } from "kysely";
import { z } from "zod";
import type { Db } from "../db/database.ts";
import { gather } from "../db/gather.ts";
import {
  refOf,
  selectWaves,
  type EventWave,
  type WaveRef,
} from "../events/wave-store.ts";
import { requestCatchUp } from "../responses/catch-up.ts";
import type { Enqueue } from "../jobs/job-queue.ts";

const notificationSchema = z.object({
  subscriptionId: z.string(),
  clientState: z.string().nullish(),
  changeType: z.string().nullish(),
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
  const [subscriptions, waves] = await Promise.all([
    findSubscriptions(deps.db),
    findWaves(deps.db, notifications),
  ]);
  const told = sortOut(deps, { notifications, subscriptions });
  const reads = readsAfter(told.changes, waves);
  const looks = looksAfter(told.changes, waves);
  if (
    told.accountsToRepair.size === 0 &&
    told.accountsPaused.size === 0 &&
    looks.length === 0
  )
    await deps.enqueue(deps.db, "responses.read", reads);
  else
    await deps.db.transaction().execute(async (trx) => {
      await deps.enqueue(trx, "responses.read", reads);
      await deps.enqueue(trx, "events.cancel-late", looks);
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

/** Waves that may have answers to read. What Graph says of a creation has none. */
function readsAfter(
  changes: readonly Change[],
  waves: readonly KnownWave[],
): WaveRef[] {
  const told = new Set(
    changes
      .filter(({ isCreation }) => !isCreation)
      .map(({ graphEventId }) => graphEventId),
  );
  return waves
    .filter(
      ({ cancelled, graph_event_id }) =>
        !cancelled &&
        told.size > 0 &&
        (graph_event_id === null || told.has(graph_event_id)),
    )
    .map(refOf);
}

/** Cancelled waves that Outlook may have created after all: on the calendar is one that we do not know. */
function looksAfter(
  changes: readonly Change[],
  waves: readonly KnownWave[],
): WaveRef[] {
  const known = new Set(waves.map(({ graph_event_id }) => graph_event_id));
  const accountIds = new Set<string | null>(
    changes
      .filter(({ graphEventId }) => !known.has(graphEventId))
      .map(({ accountId }) => accountId),
  );
  return waves
    .filter(
      ({ late_look_at, unclear_account_id }) =>
        late_look_at !== null && accountIds.has(unclear_account_id),
    )
    .map(refOf);
}

/** A genuine report of what happened to an event of an account. */
interface Change {
  accountId: string;
  graphEventId: string;
  isCreation: boolean;
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
  changes: Change[];
  accountsToRepair: Set<string>;
  accountsPaused: Set<string>;
} {
  const changes: Change[] = [];
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
      changes.push({
        accountId: subscription.account_id,
        graphEventId: notification.resourceData.id,
        isCreation: notification.changeType === "created",
      });
  }
  if (dropped > 0)
    deps.log.warn({ dropped }, "notifications without our secret");
  return { changes, accountsToRepair, accountsPaused };
}

type KnownWave = Pick<
  EventWave,
  | "event_id"
  | "number"
  | "graph_event_id"
  | "cancelled"
  | "late_look_at"
  | "unclear_account_id"
>;

/**
 * The waves that notifications name, genuine or not, those that are being created, and the cancelled ones that may
 * still be.
 */
async function findWaves(
  db: Db,
  notifications: readonly Notification[],
): Promise<KnownWave[]> {
  const named = notifications.flatMap(({ resourceData }) =>
    resourceData ? [resourceData.id] : [],
  );
  if (named.length === 0) return [];
  return selectWaves(db)
    .where((where) =>
      where.or([
        sql<boolean>`graph_event_id = any(${[...new Set(named)]}::text[])`,
        // Being created: Graph may report an answer before its reply with the id is stored.
        where.and([
          where("graph_event_id", "is", null),
          where("attempted_version", "is not", null),
          where("cancelled", "=", false),
        ]),
        where("late_look_at", "is not", null),
      ]),
    )
    .select([
      "event_id",
      "number",
      "graph_event_id",
      "cancelled",
      "late_look_at",
      "unclear_account_id",
    ])
    .execute();
}

function equalSecrets(expected: string, given: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(expected), digest(given));
}
