import { z } from "zod";
import { givenAnswerSchema } from "../../contract/answer.ts";
import type { Actor } from "../access/actor.ts";
import { readOwnEarlierAnswer } from "../responses/earlier-answers.ts";
import { readerOf } from "../cards/card-reader.ts";
import type { StoredCardFacts } from "../cards/read-card-facts.ts";
import { recogniseCopy } from "../cards/recognise-copy.ts";
import type { AdaptiveCard } from "../cards/render/adaptive-card.ts";
import { eventLinks } from "../cards/render/card-links.ts";
import { eventCard, type CardReader } from "../cards/render/event-card.ts";
import { AppError, notFound } from "../errors.ts";
import { giveAnswer } from "../responses/give-answer.ts";
import { channelIdOf, isPersonal, type TeamsActivity } from "./activity.ts";
import { listMyAnswers, listUpcoming } from "./chat-answers.ts";
import type { TurnDeps } from "./turn-deps.ts";

/** What the buttons of our cards send. */
const actionSchema = z.discriminatedUnion("verb", [
  z.strictObject({
    verb: z.literal("event.refresh"),
    eventId: z.uuid(),
    mark: z.string().max(12).optional(),
  }),
  z.strictObject({
    verb: z.literal("event.answer"),
    eventId: z.uuid(),
    answer: givenAnswerSchema,
    scheduleVersion: z.int().positive(),
  }),
  z.strictObject({ verb: z.literal("chat.upcoming") }),
  z.strictObject({ verb: z.literal("chat.myAnswers") }),
]);

export type CardActionData = z.output<typeof actionSchema>;

/** @returns null when it is nothing that our cards send */
export function readCardAction(data: unknown): CardActionData | null {
  return actionSchema.safeParse(data).data ?? null;
}

/** What a press of a button leads to: a card for the reader, or a sentence. */
export type ActionReply = { card: AdaptiveCard } | { sentence: string };

/** Carries out what a reader pressed, under the same policy as the tab's requests. */
export async function actOnCard(
  deps: TurnDeps,
  given: { actor: Actor; activity: TeamsActivity; action: CardActionData },
): Promise<ActionReply> {
  const { actor, activity, action } = given;
  try {
    switch (action.verb) {
      case "chat.upcoming":
      case "chat.myAnswers":
        // In a channel the answer would be read by others.
        if (!isPersonal(activity)) throw notFound("button");
        return {
          card: await (action.verb === "chat.upcoming"
            ? listUpcoming(deps, { actor, group: null })
            : listMyAnswers(deps, actor)),
        };
      case "event.refresh":
        return await showEvent(deps, given, action.eventId);
      case "event.answer":
        return await answerEvent(deps, given, action);
    }
  } catch (error) {
    if (error instanceof AppError) return { sentence: error.message };
    throw error;
  }
}

async function answerEvent(
  deps: TurnDeps,
  given: { actor: Actor; activity: TeamsActivity },
  action: Extract<CardActionData, { verb: "event.answer" }>,
): Promise<ActionReply> {
  const { eventId, answer } = action;
  try {
    const { counts } = await giveAnswer(deps, {
      ...action,
      actor: given.actor,
      answeredIn: "card",
    });
    if (!counts) return await showEvent(deps, given, eventId);
    const facts = await deps.readCardFacts(eventId);
    return await showCard(deps, given, facts, {
      answer,
      earlierAnswer: null,
      unknownToOutlook: true,
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // The card that was pressed may be old: the reader gets the new one with the reason.
    return showEvent(deps, given, eventId, error.message);
  }
}

async function showEvent(
  deps: TurnDeps,
  given: { actor: Actor; activity: TeamsActivity },
  eventId: string,
  notice?: string,
): Promise<ActionReply> {
  const [seen, facts] = await Promise.all([
    deps.loadSeenEvent(given.actor, eventId),
    deps.readCardFacts(eventId),
  ]);
  const earlierAnswer = await readOwnEarlierAnswer(deps.db, {
    own: seen.own,
    scheduleVersion: facts?.scheduleVersion ?? 1,
  });
  return showCard(deps, given, facts, {
    ...readerOf(seen.own, earlierAnswer),
    ...(notice !== undefined && { notice }),
  });
}

async function showCard(
  deps: TurnDeps,
  given: { activity: TeamsActivity },
  facts: StoredCardFacts | null,
  reader: CardReader,
): Promise<ActionReply> {
  if (!facts) throw notFound("event");
  await noteMessage(deps, given.activity, facts);
  const { eventId: id, start } = facts;
  return {
    card: eventCard({
      facts,
      links: eventLinks(deps.linkBases, { id, start }),
      now: deps.clock.now(),
      reader,
    }),
  };
}

/** The message that was acted on is the event's card in this channel, or a copy of it. */
async function noteMessage(
  deps: TurnDeps,
  activity: TeamsActivity,
  facts: StoredCardFacts,
): Promise<void> {
  const { replyToId: activityId } = activity;
  if (isPersonal(activity) || !activityId) return;
  const channelId = channelIdOf(activity);
  if (facts.messages[channelId] === activityId) return;
  await recogniseCopy(deps, { eventId: facts.eventId, channelId, activityId });
}
