import type { Graph } from "../graph/graph-context.ts";
import {
  notifyLifecycle,
  type LifecycleEvent,
} from "../notifications/notify-subscribers.ts";
import {
  liveSubscriptions,
  subscriptionsOf,
} from "../notifications/subscription.ts";

/** Sends a lifecycle notification to every subscription, with its effect. */
export function sendLifecycle(graph: Graph, event: LifecycleEvent): void {
  const { simulation, deliverer } = graph;
  const table = subscriptionsOf(simulation);
  for (const subscription of liveSubscriptions(simulation)) {
    if (event === "subscriptionRemoved") table.delete(subscription.id);
    if (event === "reauthorizationRequired") {
      table.put(subscription.id, {
        ...subscription,
        awaitsReauthorization: true,
      });
    }
    notifyLifecycle(simulation, deliverer, subscription, event);
  }
}
