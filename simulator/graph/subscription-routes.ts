import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import {
  liveSubscriptions,
  subscriptionsOf,
  type Subscription,
} from "../notifications/subscription.ts";
import type { Person } from "../world/world-seed.ts";
import { requireScope } from "./caller.ts";
import {
  metadataUrl,
  readJson,
  type Graph,
  type GraphEnvironment,
  type GraphRequest,
} from "./graph-context.ts";
import { GraphError } from "./graph-error.ts";
import {
  parseNewSubscription,
  parseRenewal,
  watchedOwner,
} from "./parse-subscription.ts";
import { requireMailbox } from "./require-mailbox.ts";
import { shakeHands } from "./shake-hands.ts";

/** Graph: subscription resource type, for the events of a mailbox. */
export function subscriptionRoutes(graph: Graph): Hono<GraphEnvironment> {
  const routes = new Hono<GraphEnvironment>();
  const { simulation } = graph;
  const table = subscriptionsOf(simulation);

  // Graph: Create subscription.
  routes.post("/subscriptions", async (c) => {
    const person = caller(c);
    const now = simulation.clock.now();
    const input = parseNewSubscription(await readJson(c), now);
    const owner = watchedOwner(simulation, input.resource, person);
    refuseDuplicate(owner.id, input.changeType);
    await shakeHands(simulation, input.notificationUrl);
    if (input.lifecycleNotificationUrl) {
      await shakeHands(simulation, input.lifecycleNotificationUrl);
    }
    const subscription: Subscription = {
      id: randomUUID(),
      applicationId: simulation.app.clientId,
      creatorId: person.id,
      ownerId: owner.id,
      ...input,
      usesImmutableIds: c.get("preferences").isImmutableId,
      awaitsReauthorization: false,
    };
    table.put(subscription.id, subscription);
    return c.json(entity(subscription), 201);
  });

  // Graph: List subscriptions.
  routes.get("/subscriptions", (c) => {
    const person = caller(c);
    const own = liveSubscriptions(simulation).filter(
      ({ creatorId }) => creatorId === person.id,
    );
    return c.json({
      "@odata.context": metadataUrl(graph, "subscriptions"),
      value: own.map(resource),
    });
  });

  // Graph: Get subscription.
  routes.get("/subscriptions/:id", (c) => c.json(entity(find(c))));

  // Graph: Update subscription.
  routes.patch("/subscriptions/:id", async (c) => {
    const before = find(c);
    const expiresAt = parseRenewal(await readJson(c), simulation.clock.now());
    // Renewing reauthorizes, too (Graph: lifecycle notifications).
    const renewed = { ...before, expiresAt, awaitsReauthorization: false };
    table.put(renewed.id, renewed);
    return c.json(entity(renewed));
  });

  // Graph: Delete subscription.
  routes.delete("/subscriptions/:id", (c) => {
    table.delete(find(c).id);
    return c.body(null, 204);
  });

  // Graph: subscription: reauthorize.
  routes.post("/subscriptions/:id/reauthorize", (c) => {
    const subscription = find(c);
    table.put(subscription.id, {
      ...subscription,
      awaitsReauthorization: false,
    });
    return c.body(null, 204);
  });

  return routes;

  function caller(c: GraphRequest): Person {
    const person = requireScope(
      c.get("caller"),
      "Calendars.Read",
      "Calendars.ReadWrite",
    );
    requireMailbox(simulation, person);
    return person;
  }

  function find(c: GraphRequest): Subscription {
    const person = caller(c);
    const id = c.req.param("id");
    const found = liveSubscriptions(simulation).find(
      (subscription) =>
        subscription.id === id && subscription.creatorId === person.id,
    );
    if (found) return found;
    throw new GraphError({
      status: 404,
      code: "ResourceNotFound",
      message: "The object was not found.",
    });
  }

  function refuseDuplicate(ownerId: string, changeType: string): void {
    if (simulation.settings.current().duplicateSubscription !== "409") return;
    const exists = liveSubscriptions(simulation).some(
      (subscription) =>
        subscription.ownerId === ownerId &&
        subscription.changeType === changeType,
    );
    if (!exists) return;
    throw new GraphError({
      status: 409,
      code: "ExtensionError",
      message:
        "Operation: Create; Exception: [Status Code: Conflict; Reason: A subscription for this resource and change type exists already.]",
    });
  }

  function entity(subscription: Subscription) {
    return {
      "@odata.context": metadataUrl(graph, "subscriptions/$entity"),
      ...resource(subscription),
    };
  }
}

function resource(subscription: Subscription) {
  return {
    id: subscription.id,
    resource: subscription.resource,
    applicationId: subscription.applicationId,
    changeType: subscription.changeType,
    clientState: subscription.clientState,
    notificationUrl: subscription.notificationUrl,
    notificationQueryOptions: null,
    lifecycleNotificationUrl: subscription.lifecycleNotificationUrl,
    expirationDateTime: subscription.expiresAt,
    creatorId: subscription.creatorId,
    includeResourceData: null,
    latestSupportedTlsVersion: "v1_2",
    encryptionCertificate: null,
    encryptionCertificateId: null,
    notificationUrlAppId: null,
  };
}
