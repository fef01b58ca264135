import {
  TeamsActivityHandler,
  type AdaptiveCardInvokeResponse,
  type InvokeResponse,
  type TurnContext,
} from "botbuilder";
import { z } from "zod";
import { MessengerFailure } from "../cards/messenger.ts";
import { isPersonal, type TeamsActivity } from "./activity.ts";
import { actOnCard, readCardAction, type ActionReply } from "./card-actions.ts";
import { answerMessage, reply } from "./chat.ts";
import { followPersonalApp } from "./follow-personal.ts";
import { followTeam } from "./follow-teams.ts";
import { actorOf } from "./turn-actor.ts";
import type { TurnDeps } from "./turn-deps.ts";

const unknownSender =
  "You are not known here. If you belong to this organization, open the event in the tab.";

/** Answers authenticated activities of our own organization. */
export class ActivityHandler extends TeamsActivityHandler {
  readonly #deps: TurnDeps;

  constructor(deps: TurnDeps) {
    super();
    this.#deps = deps;
    this.onConversationUpdate(async (context, next) => {
      const activity = readActivity(context);
      const botAdded = activity.membersAdded?.some(({ id }) =>
        id.endsWith(deps.botId),
      );
      if (!isPersonal(activity)) await followTeam(deps, activity);
      else if (botAdded) await followPersonalApp(deps, activity, true);
      await next();
    });
    this.onInstallationUpdate(async (context, next) => {
      const activity = readActivity(context);
      if (isPersonal(activity))
        await followPersonalApp(
          deps,
          activity,
          !activity.action?.startsWith("remove"),
        );
      await next();
    });
    this.onMessage(async (context, next) => {
      await receiveMessage(deps, readActivity(context));
      await next();
    });
  }

  /** Buttons of cards are the only thing that is asked of this bot; the library would answer others in its words. */
  protected override async onInvokeActivity(
    context: TurnContext,
  ): Promise<InvokeResponse> {
    const activity = readActivity(context);
    if (activity.name !== "adaptiveCard/action") return { status: 501 };
    const body = await answerPress(this.#deps, activity);
    return { status: body.statusCode, body };
  }
}

const invokeSchema = z.looseObject({
  action: z.looseObject({
    type: z.literal("Action.Execute"),
    data: z.unknown(),
  }),
});

/** Teams: "Work with Universal Actions for Adaptive Cards", response format. */
async function answerPress(
  deps: TurnDeps,
  activity: TeamsActivity,
): Promise<AdaptiveCardInvokeResponse> {
  const invoke = invokeSchema.safeParse(activity.value);
  const action = readCardAction(invoke.data?.action.data);
  if (!action)
    return invokeError(400, "BadRequest", "This button is not known.");
  const actor = await actorOf(deps, activity);
  return invokeResponse(
    actor
      ? await actOnCard(deps, { actor, activity, action })
      : { sentence: unknownSender },
  );
}

/** It was parsed before it was authenticated, and comes through botbuilder as it is. */
function readActivity(context: TurnContext): TeamsActivity {
  return context.activity as unknown as TeamsActivity;
}

async function receiveMessage(
  deps: TurnDeps,
  activity: TeamsActivity,
): Promise<void> {
  const actor = await actorOf(deps, activity);
  if (!actor) return;
  const action = readCardAction(activity.value);
  try {
    // A button that is not ours, or no longer: there is nothing to say to it.
    if (!action && activity.value != null) return;
    if (!action) await answerMessage(deps, { actor, activity });
    else {
      const answer = await actOnCard(deps, { actor, activity, action });
      // In a channel the card itself shows the answer; a reply would be read by everybody.
      if (isPersonal(activity)) await sendReply(deps, activity, answer);
    }
  } catch (error) {
    if (!(error instanceof MessengerFailure)) throw error;
    // Teams would deliver the message again, and it would be answered twice.
    deps.log.warn({ err: error }, "a message could not be answered");
  }
}

async function sendReply(
  deps: TurnDeps,
  activity: TeamsActivity,
  answer: ActionReply,
): Promise<void> {
  await reply(
    deps,
    activity,
    "card" in answer
      ? { card: answer.card, summary: "Your answer" }
      : { text: answer.sentence },
  );
}

function invokeResponse(answer: ActionReply): AdaptiveCardInvokeResponse {
  return "card" in answer
    ? {
        statusCode: 200,
        type: "application/vnd.microsoft.card.adaptive",
        value: { ...answer.card },
      }
    : {
        statusCode: 200,
        type: "application/vnd.microsoft.activity.message",
        // The documented form is a plain string.
        value: answer.sentence as unknown as Record<string, unknown>,
      };
}

function invokeError(
  statusCode: number,
  code: string,
  message: string,
): AdaptiveCardInvokeResponse {
  return {
    statusCode,
    type: "application/vnd.microsoft.error",
    value: { code, message },
  };
}
