import type { Actor } from "../access/actor.ts";
import { may, type EventFacts } from "../access/policy.ts";
import type { Clock } from "../clock.ts";
import type { Db } from "../db/database.ts";
import { gather } from "../db/gather.ts";
import { notFound } from "../errors.ts";
import { factsOf, loadEvents, type LoadedEvent } from "./event-store.ts";

/** An event that the actor may see, with what the policy asks about it. */
export interface SeenEvent extends LoadedEvent {
  facts: EventFacts;
}

/** @throws {AppError} 404 when there is none, or the actor may not know of it: the two look alike */
export type LoadSeenEvent = (
  actor: Actor,
  eventId: string,
) => Promise<SeenEvent>;

/** Loads events as {@link loadSeenEvent} does; calls of the same moment share their queries. */
export function openSeenEvents(deps: { db: Db; clock: Clock }): LoadSeenEvent {
  const load = gather((wanted: { actor: Actor; eventId: string }[]) =>
    loadEvents(deps.db, wanted),
  );
  return async (actor, eventId) =>
    checkSeen(actor, await load({ actor, eventId }), deps.clock.now());
}

/** @throws {AppError} 404 when there is none, or the actor may not know of it: the two look alike */
export async function loadSeenEvent(
  deps: { db: Db; clock: Clock },
  actor: Actor,
  eventId: string,
): Promise<SeenEvent> {
  const [loaded = null] = await loadEvents(deps.db, [{ actor, eventId }]);
  return checkSeen(actor, loaded, deps.clock.now());
}

function checkSeen(
  actor: Actor,
  loaded: LoadedEvent | null,
  now: Date,
): SeenEvent {
  if (!loaded) throw notFound("event");
  const facts = factsOf(loaded, now);
  if (!may(actor, { action: "event.see", event: facts }))
    throw notFound("event");
  return { ...loaded, facts };
}
