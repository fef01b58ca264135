import type { Activity } from "botbuilder";
import { AuthenticationError } from "botframework-connector";
import { decodeJwt } from "jose";
import { setTimeout as sleep } from "node:timers/promises";
import type { ReceiveActivity } from "../http/bot-routes.ts";
import { activitySchema, isOfTenant } from "./activity.ts";
import { ActivityHandler } from "./activity-handler.ts";
import type { BotAdapter } from "./bot-adapter.ts";
import type { TurnDeps } from "./turn-deps.ts";

/** How often the Bot Framework's keys are asked for while one activity waits, and the pause before the second time. */
const authenticationTries = 3;
const authenticationPauseMs = 500;

/**
 * Authenticates activities, refuses those of other organizations, and has the rest answered.
 *
 * @param tokenIssuer who signs for Teams
 */
export function openReceiveActivity(
  adapter: BotAdapter,
  tokenIssuer: string,
  deps: TurnDeps,
): ReceiveActivity {
  const handler = new ActivityHandler(deps);
  const refused = (reason: string) => {
    deps.log.warn({ reason }, "an activity was refused");
    return { outcome: "unauthenticated" } as const;
  };
  return async (authorization, body) => {
    const activity = activitySchema.safeParse(body);
    if (!activity.success) {
      deps.log.warn("something that is no activity of Teams was refused");
      return { outcome: "malformed" };
    }
    // The library takes emulators' tokens, too, and would ask their issuers for keys.
    if (issuerOf(authorization) !== tokenIssuer) return refused("issuer");
    for (let tries = 1; ; tries += 1) {
      let isAuthenticated = false;
      let isOurs = false;
      try {
        const answer = await adapter.receive(
          authorization,
          // Checked as far as it is used; botbuilder's own type names everything that any channel sends.
          activity.data as unknown as Activity,
          async (context) => {
            isAuthenticated = true;
            isOurs = isOfTenant(activity.data, deps.tenantId);
            if (isOurs) await handler.run(context);
          },
        );
        if (isOurs)
          return {
            outcome: "accepted",
            status: answer?.status ?? 200,
            body: answer?.body as unknown,
          };
        deps.log.warn("an activity of another organization was refused");
        return { outcome: "foreign" };
      } catch (error) {
        if (isAuthenticated) throw error;
        if (isTokenError(error)) return refused(error.message);
        // The keys could not be had. Teams does not say again that a team has got the app, so they are asked for again.
        if (tries === authenticationTries) throw error;
        await sleep(authenticationPauseMs * tries);
      }
    }
  };
}

/** Who claims to have signed a token; nothing is proven by it. */
function issuerOf(authorization: string): string | null {
  try {
    return decodeJwt(authorization.replace(/^Bearer /i, "")).iss ?? null;
  } catch {
    return null;
  }
}

/** What jsonwebtoken throws within the library for tokens that are forged, early or expired. */
const tokenErrors = new Set([
  "JsonWebTokenError",
  "NotBeforeError",
  "TokenExpiredError",
]);

function isTokenError(error: unknown): error is Error {
  return (
    // With the status of a server's error it says that the keys could not be read.
    (error instanceof AuthenticationError && Number(error.statusCode) < 500) ||
    (error instanceof Error && tokenErrors.has(error.name))
  );
}
