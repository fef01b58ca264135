import type { Actor } from "../access/actor.ts";
import { may, type EventFacts } from "../access/policy.ts";
import type { Clock } from "../clock.ts";
import type { Db } from "../db/database.ts";
import { notFound } from "../errors.ts";
import { factsOf, loadEvent, type LoadedEvent } from "./event-store.ts";

/** An event that the actor may see, with what the policy asks about it. */
export interface SeenEvent extends LoadedEvent {
  facts: EventFacts;
}

/** @throws {AppError} 404 when there is none, or the actor may not know of it: the two look alike */
export async function loadSeenEvent(
  deps: { db: Db; clock: Clock },
  actor: Actor,
  eventId: string,
): Promise<SeenEvent> {
  const loaded = await loadEvent(deps.db, actor, eventId);
  if (!loaded) throw notFound("event");
  const facts = factsOf(loaded, deps.clock.now());
  if (!may(actor, { action: "event.see", event: facts }))
    throw notFound("event");
  return { ...loaded, facts };
}
