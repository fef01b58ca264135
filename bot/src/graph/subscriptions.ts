import { z } from "zod";
import type { GraphClient } from "./graph-client.ts";

const subscriptionSchema = z
  .object({
    id: z.string(),
    resource: z.string(),
    notificationUrl: z.string().nullish(),
    expirationDateTime: z.string(),
  })
  .transform((raw) => ({
    id: raw.id,
    resource: raw.resource,
    notificationUrl: raw.notificationUrl ?? null,
    expiresAt: new Date(raw.expirationDateTime),
  }));

/** A Graph subscription to changes of the account's events. */
export type Subscription = z.output<typeof subscriptionSchema>;

/** Longest life of a subscription to Outlook events (Graph: subscription resource type), in minutes. */
export const longestSubscriptionMinutes = 10_080;

export const subscribedResource = "/me/events";

/** Creates it; Graph first calls both addresses and expects its token back within ten seconds. */
export async function createSubscription(
  graph: GraphClient,
  given: {
    notificationUrl: string;
    lifecycleNotificationUrl: string;
    clientState: string;
    expiresAt: Date;
  },
): Promise<Subscription> {
  return subscriptionSchema.parse(
    await graph.call<unknown>("/subscriptions", (request) =>
      request.post({
        changeType: "created,updated,deleted",
        resource: subscribedResource,
        notificationUrl: given.notificationUrl,
        lifecycleNotificationUrl: given.lifecycleNotificationUrl,
        clientState: given.clientState,
        expirationDateTime: given.expiresAt.toISOString(),
      }),
    ),
  );
}

export async function renewSubscription(
  graph: GraphClient,
  given: { subscriptionId: string; expiresAt: Date },
): Promise<Subscription> {
  return subscriptionSchema.parse(
    await graph.call<unknown>(
      `/subscriptions/${encodeURIComponent(given.subscriptionId)}`,
      (request) =>
        request.patch({ expirationDateTime: given.expiresAt.toISOString() }),
    ),
  );
}

export async function listSubscriptions(
  graph: GraphClient,
): Promise<Subscription[]> {
  return z
    .object({ value: z.array(subscriptionSchema) })
    .parse(
      await graph.call<unknown>("/subscriptions", (request) => request.get()),
    ).value;
}

/** @throws {GraphFailure} `gone` when there is none with this id */
export async function deleteSubscription(
  graph: GraphClient,
  subscriptionId: string,
): Promise<void> {
  await graph.call<unknown>(
    `/subscriptions/${encodeURIComponent(subscriptionId)}`,
    (request) => request.delete(),
  );
}
