import type { EventChange } from "../../../../bot/contract/event-content.ts";
import type { EventDetail } from "../../../../bot/contract/events.ts";

/** A change of the reader's own that was seen waiting. */
export interface OwnWaiting {
  version: number;
  content: EventChange;
}

/** The reader's own change that waits; null when none does. */
export function ownWaiting({ held, version }: EventDetail): OwnWaiting | null {
  if (held === null || !held.isOwn || held.sendsInMs === null) return null;
  return held.content === null ? null : { version, content: held.content };
}

/**
 * True when somebody else stopped it: nothing waits, and the event has another version than it would have. What
 * went out keeps the version that it had while it waited.
 */
export function wasStopped(
  { held, version }: Pick<EventDetail, "held" | "version">,
  waited: OwnWaiting,
): boolean {
  return held === null && version > waited.version;
}
