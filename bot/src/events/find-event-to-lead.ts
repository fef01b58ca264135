import type { Actor } from "../access/actor.ts";
import { may, type Request } from "../access/policy.ts";
import { AppError, forbidden } from "../errors.ts";
import { namesOf } from "../cards/render/group-names.ts";
import { hostNames } from "./event-groups.ts";
import { loadSeenEvent, type SeenEvent } from "./load-seen-event.ts";
import type { EventDeps } from "./schedule-event.ts";

/** Loads an event that the actor leads. @throws {AppError} when it is unseen, over or not theirs */
export async function findEventToLead(
  deps: Pick<EventDeps, "db" | "clock">,
  actor: Actor,
  eventId: string,
  action: "event.edit" | "event.cancel",
): Promise<SeenEvent> {
  const loaded = await loadSeenEvent(deps, actor, eventId);
  const event = loaded.facts;
  const request: Request = { action, event };
  if (may(actor, request)) return loaded;
  if (event.cancelled)
    throw new AppError({
      code: "eventCancelled",
      status: 409,
      message: "This event is cancelled, so it cannot be changed any more.",
    });
  if (event.hasEnded)
    throw new AppError({
      code: "eventEnded",
      status: 409,
      message: "This event is over, so it cannot be changed any more.",
    });
  const hidden = loaded.coHosts
    .concat(loaded.group)
    .filter((group) => group.confidential);
  if (may(actor, { action: "event.lead", event }))
    throw forbidden(
      `Editing tells who is invited, and ${namesOf(hidden.map(({ name }) => name))} keeps its members to itself: only its owners and contributors edit this event. You can cancel it.`,
    );
  throw forbidden(
    `Only owners and contributors of ${namesOf(hostNames(loaded))} change its events. Ask one of them.`,
  );
}
