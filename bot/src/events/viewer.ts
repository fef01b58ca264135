import type { Actor } from "../access/actor.ts";
import { may, type EventFacts } from "../access/policy.ts";
import type { AttendeeRow } from "../db/tables/attendees.ts";
import type { SeenEvent } from "./load-seen-event.ts";
import type { SharedView } from "./shared-view.ts";

/** Who watches an event. */
export interface Viewer {
  /** Their row is looked for each time: somebody who watches an open event may join it meanwhile. */
  actor: Pick<Actor, "objectId" | "addresses">;
  /** Looks after the event, and so sees what waits, its cards and its meeting. */
  leads: boolean;
  /** And may know who is invited, and who answered what. */
  seesNames: boolean;
}

export function viewerOf(actor: Actor, seen: Pick<SeenEvent, "facts">): Viewer {
  const allows = (action: "event.lead" | "event.seeAttendees") =>
    may(actor, { action, event: seen.facts });
  return {
    actor,
    leads: allows("event.lead"),
    seesNames: allows("event.seeAttendees"),
  };
}

/**
 * What somebody who watches an event may see of it now: its groups may be others than when they began, or more
 * private. Null: nothing any more.
 */
export function viewerNow(actor: Actor, shared: SharedView): Viewer | null {
  const { event, groups } = shared;
  const facts: EventFacts = {
    groups,
    cancelled: event.cancelled,
    hasEnded: event.ends_at <= shared.readAt,
    isAttendee: ownRow(shared.attendees, actor) !== undefined,
    open: event.open,
    isHeld: event.held_until !== null,
  };
  return may(actor, { action: "event.see", event: facts })
    ? viewerOf(actor, { facts })
    : null;
}

/** The row of one person: by object id, or by address while a row has none. */
export function ownRow(
  attendees: readonly AttendeeRow[],
  { objectId, addresses }: Viewer["actor"],
): AttendeeRow | undefined {
  return (
    attendees.find(({ object_id }) => object_id === objectId) ??
    attendees.find(
      ({ object_id, address }) =>
        object_id === null && addresses.includes(address),
    )
  );
}
