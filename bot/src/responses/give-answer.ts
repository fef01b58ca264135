import type { GivenAnswer } from "../../contract/answer.ts";
import type { Actor } from "../access/actor.ts";
import { may } from "../access/policy.ts";
import type { Clock } from "../clock.ts";
import type { Db } from "../db/database.ts";
import { AppError, forbidden, notFound } from "../errors.ts";
import { factsOf, loadEvent } from "../events/event-store.ts";
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
  const loaded = await loadEvent(deps.db, actor, given.eventId);
  if (!loaded) throw notFound("event");
  const event = factsOf(loaded, now);
  if (!may(actor, { action: "event.see", event })) throw notFound("event");
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
  if (!may(actor, { action: "event.answer", event }) || !loaded.own)
    throw forbidden(
      "You are not invited to this event. Ask its group to invite you.",
    );
  await recordResponses(deps, {
    eventId: given.eventId,
    answers: [
      {
        address: loaded.own.address,
        displayName: loaded.own.display_name,
        objectId: actor.objectId,
        answer: given.answer,
        answeredAt: now,
        answeredIn: given.answeredIn,
      },
    ],
  });
}
