import type { EventStatus } from "../../../bot/contract/event-status.ts";

/** The status in a word or two, for badges; null where the status goes without saying. */
export function statusLabel(status: EventStatus): string | null {
  const labels: Record<EventStatus, string | null> = {
    scheduling: "Invitations not out yet",
    scheduled: null,
    updating: "Updating",
    cancelling: "Cancelling",
    cancelled: "Cancelled",
    failed: "Needs attention",
  };
  return labels[status];
}
