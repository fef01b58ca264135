import type { Activity } from "../connector/activity.ts";
import { activityToken } from "../connector/activity-token.ts";
import type { Connector } from "../connector/connector.ts";
import type { LimitViolation } from "../connector/rate-limits.ts";
import {
  sendRawActivity,
  type RawReply,
  type RawRequest,
} from "../connector/send-raw-activity.ts";
import {
  conversationSide,
  type ConversationSide,
} from "./conversation-side.ts";
import { teamSide, type TeamSide } from "./team-side.ts";

/** Teams as tests hold it: what people do there, and what passes between it and the bot. */
export interface TeamsSide extends ConversationSide, TeamSide {
  /** Resolves once the bot has been told everything. */
  settled(): Promise<void>;
  /** One POST of an activity as it is, with a right token unless something else is said. */
  sendActivity(activity: Activity, request?: RawRequest): Promise<RawReply>;
  /** What the Bot Framework proves itself by to the bot, for clients that tests bring along. */
  activityToken(): Promise<string>;
  /** Requests of the bot that were refused because of a rate limit. */
  connectorViolations(): LimitViolation[];
}

export function teamsSide(connector: Connector): TeamsSide {
  const { simulation, outbox, limiter } = connector;
  return {
    ...conversationSide(connector),
    ...teamSide(connector),
    settled: () => outbox.settled(),
    sendActivity: (activity, request) =>
      sendRawActivity(simulation, activity, request),
    activityToken: () => activityToken(simulation),
    connectorViolations: () => limiter.violations(),
  };
}
