import {
  cancelCalendarEvent,
  findCalendarEvents,
} from "../../graph/calendar.ts";
import type { GraphClient } from "../../graph/graph-client.ts";
import { copyKeysOf } from "../find-again.ts";
import type { EventWave } from "../wave-store.ts";

/**
 * Cancels whatever the calendar has of a cancelled event besides the copy that we know. Safe to repeat: what was
 * cancelled is not found any more, or found as cancelled.
 * @returns the ids of what was cancelled now
 * @throws {GraphFailure}
 */
export async function cancelCopies(
  graph: GraphClient,
  given: {
    event: Pick<
      EventWave,
      "id" | "number" | "resends" | "graph_event_id" | "cancel_message"
    >;
    /** How many people a copy mails, at most. */
    recipients: number;
  },
): Promise<string[]> {
  const { event } = given;
  const cancelled: string[] = [];
  for (const key of copyKeysOf(event))
    for (const copy of await findCalendarEvents(graph, key)) {
      if (copy.isCancelled || copy.id === event.graph_event_id) continue;
      await cancelCalendarEvent(graph, {
        graphEventId: copy.id,
        comment: event.cancel_message ?? "",
        mails: { messages: 1, recipients: given.recipients },
      });
      cancelled.push(copy.id);
    }
  return cancelled;
}
