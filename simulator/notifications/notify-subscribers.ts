import { etagOf, itemId } from "../graph/item-id.ts";
import type { CalendarChange } from "../outlook/exchange-server.ts";
import type { Simulation } from "../simulation.ts";
import type { Deliverer } from "./delivery.ts";
import { liveSubscriptions, type Subscription } from "./subscription.ts";

export type LifecycleEvent =
  "reauthorizationRequired" | "subscriptionRemoved" | "missed";

/** Graph: changeNotification resource type; ids, never data. */
export function notifySubscribers(
  simulation: Simulation,
  deliverer: Deliverer,
  change: CalendarChange,
): void {
  for (const subscription of liveSubscriptions(simulation)) {
    const wants =
      subscription.ownerId === change.ownerId &&
      subscription.changeType.split(",").includes(change.changeType) &&
      !subscription.awaitsReauthorization;
    if (!wants) continue;
    deliverer.deliver(subscription.notificationUrl, {
      subscriptionId: subscription.id,
      body: {
        ...commonFields(simulation, subscription),
        changeType: change.changeType,
        ...describeEvent(subscription, change),
      },
    });
  }
}

/** Graph: Reduce missing subscriptions and change notifications (lifecycle notifications). */
export function notifyLifecycle(
  simulation: Simulation,
  deliverer: Deliverer,
  subscription: Subscription,
  lifecycleEvent: LifecycleEvent,
): void {
  if (subscription.lifecycleNotificationUrl === null) return;
  deliverer.deliver(subscription.lifecycleNotificationUrl, {
    subscriptionId: subscription.id,
    body: { ...commonFields(simulation, subscription), lifecycleEvent },
  });
}

function commonFields(simulation: Simulation, subscription: Subscription) {
  return {
    subscriptionId: subscription.id,
    subscriptionExpirationDateTime: subscription.expiresAt,
    tenantId: simulation.directory.tenant.id,
    clientState: subscription.clientState,
  };
}

function describeEvent(subscription: Subscription, change: CalendarChange) {
  const id = itemId(change.meetingId, subscription.usesImmutableIds);
  const resource = `Users/${change.ownerId}/Events/${id}`;
  return {
    resource,
    resourceData: {
      "@odata.type": "#Microsoft.Graph.Event",
      "@odata.id": resource,
      "@odata.etag": etagOf(change.meetingId, change.revision),
      id,
    },
  };
}
