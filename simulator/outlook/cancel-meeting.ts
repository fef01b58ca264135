import { deliver, mailNewVersion } from "./deliver.ts";
import { notifyOf, type ExchangeServer } from "./exchange-server.ts";
import type { Meeting } from "./meeting.ts";
import { exceedsRecipientLimit } from "./sending-limits.ts";

export type CancelResult = { kind: "cancelled" } | { kind: "recipientLimit" };

/**
 * Graph: event: cancel: everybody gets a cancellation and keeps the event, marked so, until they
 * remove it; it leaves the organizer's calendar, for good or for Deleted Items, or stays there crossed out. Delete
 * event does the same without a comment.
 */
export function cancelMeeting(
  server: ExchangeServer,
  meeting: Meeting,
  comment: string,
): CancelResult {
  const { attendees, organizerId } = meeting;
  if (exceedsRecipientLimit(server, organizerId, attendees.length)) {
    return { kind: "recipientLimit" };
  }
  const last = mailNewVersion(server, {
    ...meeting,
    revision: meeting.revision + 1,
  });
  const { cancelledEventStays, cancelledEventIsRead } =
    server.simulation.settings.current();
  if (cancelledEventStays)
    server.mailboxes.putMeeting({ ...last, isCancelled: true });
  else if (cancelledEventIsRead)
    server.mailboxes.putMeeting({ ...last, isDeleted: true });
  else server.mailboxes.deleteMeeting(last);
  deliver(server, {
    kind: "cancellation",
    meeting: last,
    rows: attendees,
    comment,
  });
  notifyOf(server, last, cancelledEventStays ? "updated" : "deleted");
  return { kind: "cancelled" };
}
