import type { Activity } from "botbuilder";
import { AuthenticationError } from "botframework-connector";
import type { ReceiveActivity } from "../http/bot-routes.ts";
import { activitySchema, tenantOf } from "./activity.ts";
import { ActivityHandler } from "./activity-handler.ts";
import type { BotAdapter } from "./bot-adapter.ts";
import type { TurnDeps } from "./turn-deps.ts";

/** Authenticates activities, refuses those of other organizations, and has the rest answered. */
export function openReceiveActivity(
  adapter: BotAdapter,
  deps: TurnDeps,
): ReceiveActivity {
  const handler = new ActivityHandler(deps);
  return async (authorization, body) => {
    const activity = activitySchema.safeParse(body);
    if (!activity.success) {
      deps.log.warn("something that is no activity of Teams was refused");
      return { outcome: "malformed" };
    }
    let isOurs = false;
    try {
      const answer = await adapter.receive(
        authorization,
        // Checked as far as it is used; botbuilder's own type names everything that any channel sends.
        activity.data as unknown as Activity,
        async (context) => {
          isOurs = tenantOf(activity.data) === deps.tenantId;
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
      if (!(error instanceof AuthenticationError)) throw error;
      deps.log.warn({ err: error }, "an activity was not authenticated");
      return { outcome: "unauthenticated" };
    }
  };
}
