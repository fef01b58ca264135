import type { GivenAnswer } from "../../contract/answer.ts";
import type { Actor } from "../access/actor.ts";
import { may } from "../access/policy.ts";
import type { Clock } from "../clock.ts";
import type { Db } from "../db/database.ts";
import { AppError, forbidden } from "../errors.ts";
import { loadSeenEvent } from "../events/load-seen-event.ts";
import type { AnswerSource } from "./attendee-response.ts";
import { recordResponses } from "./record-response.ts";

/** Records the actor's own answer, given in the tab or on a card. */
export async function giveAnswer(
  deps: { db: Db; clock: Clock },
  given: {
    actor: Actor;
    eventId: string;
    answer: GivenAnswer;
    answeredIn: Exclude<AnswerSource, "outlook">;
  },
): Promise<void> {
  const { actor } = given;
  const now = deps.clock.now();
  const { facts: event, own } = await loadSeenEvent(deps, actor, given.eventId);
  if (event.cancelled)
    throw new AppError({
      code: "eventCancelled",
      status: 409,
      message: "This event is cancelled, so it needs no answer.",
    });
  if (event.hasEnded)
    throw new AppError({
      code: "eventEnded",
      status: 409,
      message: "This event is over, so it takes no more answers.",
    });
  if (!may(actor, { action: "event.answer", event }) || !own)
    throw forbidden(
      "You are not invited to this event. Ask its group to invite you.",
    );
  await recordResponses(deps, {
    eventId: given.eventId,
    answers: [
      {
        address: own.address,
        displayName: own.display_name,
        objectId: actor.objectId,
        answer: given.answer,
        answeredAt: now,
        answeredIn: given.answeredIn,
      },
    ],
  });
}
