import type { EventLive } from "../../contract/events.ts";

/**
 * What a viewer is told, without what differs with each look: how long something takes from then on. Messages whose news
 * are equal tell nothing new. Everything that has such a duration has a time beside it that moves with it. Pure.
 */
export function newsOf(live: EventLive): string {
  return JSON.stringify(live, (key, value: unknown) =>
    key.endsWith("InMs") ? undefined : value,
  );
}
