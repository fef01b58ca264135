import type { Simulation } from "../simulation.ts";

/** A Graph subscription to the events of one mailbox. */
export interface Subscription {
  id: string;
  applicationId: string;
  creatorId: string;
  /** Whose events are watched. */
  ownerId: string;
  resource: string;
  /** As given: `created,updated,deleted`. */
  changeType: string;
  notificationUrl: string;
  lifecycleNotificationUrl: string | null;
  clientState: string | null;
  expiresAt: string;
  usesImmutableIds: boolean;
  /** After a lifecycle event asked for it, nothing is sent until it is reauthorized. */
  awaitsReauthorization: boolean;
}

export const subscriptionsOf = (simulation: Simulation) =>
  simulation.store.table<Subscription>("subscriptions");

/** Those that have not run out; one that has is forgotten. */
export function liveSubscriptions(simulation: Simulation): Subscription[] {
  const now = simulation.clock.now().toISOString();
  const table = subscriptionsOf(simulation);
  const all = [...table.values()];
  for (const { id, expiresAt } of all) if (expiresAt <= now) table.delete(id);
  return all.filter(({ expiresAt }) => expiresAt > now);
}
