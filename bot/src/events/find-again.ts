import type { EventRow } from "../db/schema.ts";
import { findCalendarEventId } from "../graph/calendar.ts";
import type { GraphClient } from "../graph/graph-client.ts";
import { GraphFailure } from "../graph/graph-failure.ts";

type Sought = Pick<EventRow, "id" | "resends">;

/** What the organizer's copy carries; another one each time the event is sent anew, for the old one may still lie there. */
export function copyKeyOf({ id, resends }: Sought): string {
  return resends === 0 ? id : `${id}/${resends}`;
}

/** The keys of every copy that it ever had. */
export function copyKeysOf({ id, resends }: Sought): string[] {
  return Array.from({ length: resends + 1 }, (_, n) =>
    copyKeyOf({ id, resends: n }),
  );
}

export function findCopyId(
  graph: GraphClient,
  event: Sought,
): Promise<string | null> {
  return findCalendarEventId(graph, copyKeyOf(event));
}

/**
 * A second opinion on "not found", before anybody is told: a search must not find the copy either.
 * @throws {GraphFailure} when Outlook contradicts itself, or did not answer
 */
export async function checkReallyGone(
  graph: GraphClient,
  event: Sought & Pick<EventRow, "graph_event_id">,
): Promise<void> {
  if ((await findCopyId(graph, event)) === event.graph_event_id)
    throw new GraphFailure({
      kind: "retryable",
      status: 404,
      code: "foundBySearchOnly",
      message: "Outlook finds the event, and does not find it by its id.",
      retryAfterMs: contradictionRetryMs,
    });
}

const contradictionRetryMs = 5000;
