import type { EventRow } from "../db/tables/events.ts";

/** What to set of a wave that shows another time than ours: until ours is there again, answers that it reports are to that one. */
export function timeNotShown(event: Pick<EventRow, "schedule_version">) {
  return { published_schedule_version: event.schedule_version - 1 };
}
