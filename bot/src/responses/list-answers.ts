import type { GivenAnswer } from "../../contract/answer.ts";
import type { Timeline } from "../../contract/timeline.ts";
import type { Actor } from "../access/actor.ts";
import { may } from "../access/policy.ts";
import { namesOf } from "../cards/render/group-names.ts";
import type { Clock } from "../clock.ts";
import type { Db } from "../db/database.ts";
import { forbidden } from "../errors.ts";
import { hostNames } from "../events/event-groups.ts";
import { loadSeenEvent } from "../events/load-seen-event.ts";
import { readTimeline } from "./read-timeline.ts";

/** A page of the answers to an event. @throws {AppError} when it is unseen, or its names are not for the actor */
export async function listAnswers(
  deps: { db: Db; clock: Clock },
  given: {
    actor: Actor;
    eventId: string;
    cursor: string | null;
    answer: GivenAnswer | null;
  },
): Promise<Timeline> {
  const { actor, eventId } = given;
  const seen = await loadSeenEvent(deps, actor, eventId);
  const { facts } = seen;
  if (!may(actor, { action: "event.seeAttendees", event: facts }))
    throw forbidden(
      `Only owners and contributors of ${namesOf(hostNames(seen))} see who answered what. Ask one of them.`,
    );
  return readTimeline(deps.db, {
    eventId,
    before: given.cursor,
    answer: given.answer,
  });
}
