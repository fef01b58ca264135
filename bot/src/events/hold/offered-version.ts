import type { EventRow } from "../../db/tables/events.ts";

/**
 * The version that leads see and name in `If-Match`. It grows with every decision, held or carried out, and is
 * never used twice: holding counts `withheld_versions` up, and carrying out what was held counts them down
 * again as it counts `version` up. Pure.
 */
export function offeredVersion(
  event: Pick<EventRow, "version" | "withheld_versions">,
): number {
  return event.version + event.withheld_versions;
}
