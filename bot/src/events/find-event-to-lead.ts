import type { Actor } from "../access/actor.ts";
import { may, type Request } from "../access/policy.ts";
import { AppError, forbidden } from "../errors.ts";
import type { LoadedEvent } from "./event-store.ts";
import { loadSeenEvent } from "./load-seen-event.ts";
import type { EventDeps } from "./schedule-event.ts";

/** Loads an event that the actor leads. @throws {AppError} when it is unseen, over or not theirs */
export async function findEventToLead(
  deps: Pick<EventDeps, "db" | "clock">,
  actor: Actor,
  eventId: string,
  action: "event.edit" | "event.cancel",
): Promise<LoadedEvent> {
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
  throw forbidden(
    `Only owners and contributors of ${loaded.group.name} change its events. Ask one of them.`,
  );
}
