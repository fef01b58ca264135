import { z } from "zod";
import type { Simulation } from "../simulation.ts";
import type { Person } from "../world/world-seed.ts";
import { badRequest, GraphError, notImplemented } from "./graph-error.ts";
import { malformed } from "./parse-event.ts";

const changeTypes = ["created", "updated", "deleted"];
const minuteMs = 60_000;
/** Graph: subscription resource type: at most 10,080 minutes for Outlook events, without data. */
const longestMinutes = 10_080;
/** Graph: subscription resource type: less than 45 minutes is set to 45. */
const shortestMinutes = 45;

const newSubscriptionSchema = z.strictObject({
  changeType: z.string(),
  notificationUrl: z.string(),
  lifecycleNotificationUrl: z.string().nullish(),
  resource: z.string(),
  expirationDateTime: z.string(),
  clientState: z.string().max(128).nullish(),
  latestSupportedTlsVersion: z.string().optional(),
});

export interface NewSubscription {
  changeType: string;
  notificationUrl: string;
  lifecycleNotificationUrl: string | null;
  resource: string;
  clientState: string | null;
  expiresAt: string;
}

export function parseNewSubscription(
  body: unknown,
  now: Date,
): NewSubscription {
  const parsed = newSubscriptionSchema.safeParse(body);
  if (!parsed.success) throw malformed(parsed.error, "subscription");
  const input = parsed.data;
  const asked = input.changeType.split(",").map((type) => type.trim());
  if (!asked.every((type) => changeTypes.includes(type))) {
    throw invalidRequest(
      `Subscription change type '${input.changeType}' is not supported.`,
    );
  }
  const lifecycleNotificationUrl = input.lifecycleNotificationUrl ?? null;
  requireHttps(input.notificationUrl);
  if (lifecycleNotificationUrl) requireHttps(lifecycleNotificationUrl);
  return {
    changeType: asked.join(","),
    notificationUrl: input.notificationUrl,
    lifecycleNotificationUrl,
    resource: input.resource,
    clientState: input.clientState ?? null,
    expiresAt: parseExpiry(input.expirationDateTime, now),
  };
}

const renewalSchema = z.strictObject({
  expirationDateTime: z.string(),
});

export function parseRenewal(body: unknown, now: Date): string {
  const parsed = renewalSchema.safeParse(body);
  if (!parsed.success) throw malformed(parsed.error, "subscription");
  return parseExpiry(parsed.data.expirationDateTime, now);
}

/** Whose events `/me/events` or `/users/{id}/events` are; a delegated token reaches its own only. */
export function watchedOwner(
  simulation: Simulation,
  resource: string,
  caller: Person,
): Person {
  const path = resource.replace(/^\/+/, "");
  if (/^me(\/calendar)?\/events$/i.test(path)) return caller;
  const id = /^users\/([^/]+)\/events$/i.exec(path)?.[1];
  if (id === undefined) throw notImplemented(`subscriptions to ${resource}`);
  const { directory } = simulation;
  const owner = directory.person(id) ?? directory.personByAddress(id);
  if (owner?.id === caller.id) return owner;
  throw new GraphError({
    status: 403,
    code: "ExtensionError",
    message:
      "Operation: Create; Exception: [Status Code: Forbidden; Reason: Access to OData is disabled.]",
  });
}

function parseExpiry(text: string, now: Date): string {
  const expiresMs = Date.parse(text);
  if (Number.isNaN(expiresMs)) {
    throw invalidRequest("Subscription expiration is not a date and time.");
  }
  const minutes = (expiresMs - now.getTime()) / minuteMs;
  if (minutes <= 0) {
    throw invalidRequest("Subscription expiration must be in the future.");
  }
  // A minute of grace: the clocks of two machines differ.
  if (minutes > longestMinutes + 1) {
    throw invalidRequest(
      `Subscription expiration can only be ${longestMinutes} minutes in the future.`,
    );
  }
  const kept = Math.max(expiresMs, now.getTime() + shortestMinutes * minuteMs);
  return new Date(kept).toISOString();
}

/** Graph requires https; the simulator accepts http on loopback, where it runs itself. */
function requireHttps(url: string): void {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  const isLoopback =
    parsed !== null &&
    ["localhost", "127.0.0.1", "[::1]"].includes(parsed.hostname);
  if (
    parsed?.protocol === "https:" ||
    (parsed?.protocol === "http:" && isLoopback)
  )
    return;
  throw invalidRequest(`Notification URL '${url}' must start with 'https'.`);
}

function invalidRequest(message: string): GraphError {
  return badRequest("InvalidRequest", message);
}
