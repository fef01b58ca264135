import type { GivenAnswer } from "../../contract/answer.ts";
import type { Actor } from "../access/actor.ts";
import { may } from "../access/policy.ts";
import type { Clock } from "../clock.ts";
import { AppError, forbidden } from "../errors.ts";
import type { LoadSeenEvent, SeenEvent } from "../events/load-seen-event.ts";
import type { ServerClock } from "../graph/server-clock.ts";
import { answerTime, type AnswerSource } from "./attendee-response.ts";
import type { RecordResponses, ResponseOutcome } from "./record-response.ts";

export interface GiveAnswerDeps {
  clock: Clock;
  loadSeenEvent: LoadSeenEvent;
  recordResponses: RecordResponses;
  serverClock: Pick<ServerClock, "offsetMs">;
  /** The service account's address: it organizes every event, so it never joins one. */
  organizerAddress: string;
}

/**
 * Records the actor's own answer, given in the tab or on a card; in an open event it adds people who
 * are not invited.
 * @returns whether it counts: an answer of the same person that is newer stays
 * @throws {AppError} when it cannot be taken
 */
export async function giveAnswer(
  deps: GiveAnswerDeps,
  given: {
    actor: Actor;
    eventId: string;
    answer: GivenAnswer;
    answeredIn: Exclude<AnswerSource, "outlook">;
    /** The schedule that the actor saw, where it is known. */
    scheduleVersion?: number;
  },
): Promise<{ counts: boolean }> {
  const { actor } = given;
  const now = deps.clock.now();
  const seen = await deps.loadSeenEvent(actor, given.eventId);
  checkMayAnswer(actor, seen);
  const [outcome] = await deps.recordResponses(given.eventId, [
    {
      address: seen.own?.address ?? addressToInvite(deps, actor),
      displayName: seen.own?.display_name ?? actor.displayName,
      objectId: actor.objectId,
      answer: given.answer,
      answeredAt: answerTime(now, deps.serverClock.offsetMs()),
      answeredIn: given.answeredIn,
      ...(given.scheduleVersion !== undefined && {
        scheduleVersion: given.scheduleVersion,
      }),
    },
  ]);
  refuse(outcome);
  return { counts: outcome === "recorded" };
}

/** @throws {AppError} when the event takes no answer of the actor's */
export function checkMayAnswer(
  actor: Actor,
  { facts: event }: SeenEvent,
): void {
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
  if (!may(actor, { action: "event.answer", event })) throw notInvited();
}

const notInvited = () =>
  forbidden(
    "You are not invited to this event. Ask its group to invite you; if you got the invitation by a mailing list, answer it in Outlook.",
  );

function addressToInvite(
  deps: Pick<GiveAnswerDeps, "organizerAddress">,
  actor: Actor,
): string {
  if (actor.mailAddress === null)
    throw new AppError({
      code: "addressUnknown",
      status: 409,
      message:
        "Your mail address is not known here, so Outlook cannot invite you. Ask the group to invite you.",
    });
  if (actor.mailAddress === deps.organizerAddress)
    throw forbidden("The service account organizes events; it joins none.");
  return actor.mailAddress;
}

function refuse(outcome: ResponseOutcome | undefined): void {
  switch (outcome) {
    case "otherSchedule":
      throw new AppError({
        code: "eventMoved",
        status: 409,
        message:
          "The event has been moved since you looked. Look at the new time and answer again.",
      });
    case "closed":
      throw new AppError({
        code: "eventCancelled",
        status: 409,
        message: "This event is cancelled, so it needs no answer.",
      });
    case "notInvited":
      throw notInvited();
    default:
      return;
  }
}
