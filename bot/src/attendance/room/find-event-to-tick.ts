import type { Actor } from "../../access/actor.ts";
import { may } from "../../access/policy.ts";
import { namesOf } from "../../cards/render/group-names.ts";
import type { Clock } from "../../clock.ts";
import type { Db } from "../../db/database.ts";
import { AppError, forbidden } from "../../errors.ts";
import { hostNames } from "../../events/event-groups.ts";
import { loadSeenEvent, type SeenEvent } from "../../events/load-seen-event.ts";
import { tickWindow } from "./tick-window.ts";

/**
 * Loads an event in whose room the actor may tick people off now.
 * @throws {AppError} when it is unseen, cancelled, too early or too late, or its names are not for the actor
 */
export async function findEventToTick(
  deps: { db: Db; clock: Clock },
  actor: Actor,
  eventId: string,
): Promise<SeenEvent> {
  const seen = await loadSeenEvent(deps, actor, eventId);
  const refusal = whyNotTicked(actor, seen, deps.clock.now());
  if (refusal) throw refusal;
  return seen;
}

/** What keeps the actor from ticking people off in the room of an event that they see; null: nothing. Pure. */
export function whyNotTicked(
  actor: Actor,
  seen: SeenEvent,
  now: Date,
): AppError | null {
  const { event, facts } = seen;
  if (!may(actor, { action: "event.seeAttendees", event: facts }))
    return forbidden(
      `Only owners and contributors of ${namesOf(hostNames(seen))} tick off who is in the room. Ask one of them.`,
    );
  if (event.cancelled)
    return new AppError({
      code: "eventCancelled",
      status: 409,
      message: "This event is cancelled, so nobody is ticked off.",
    });
  const window = tickWindow(
    { startsAt: event.starts_at, endsAt: event.ends_at },
    now,
  );
  if (window === "open") return null;
  return window === "notYet"
    ? new AppError({
        code: "tooEarly",
        status: 409,
        message:
          "People can be ticked off from an hour before the event on. Come back then.",
      })
    : new AppError({
        code: "tooLate",
        status: 409,
        message:
          "This event was over more than 90 days ago, so its list stays as it is.",
      });
}
