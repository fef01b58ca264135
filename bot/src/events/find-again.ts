import { findCalendarEventId } from "../graph/calendar.ts";
import type { GraphClient } from "../graph/graph-client.ts";
import { GraphFailure } from "../graph/graph-failure.ts";
import type { EventWave } from "./wave-store.ts";

type Sought = Pick<EventWave, "id" | "number" | "resends">;

/**
 * What the organizer's copy carries: another one each time the event is sent anew, for the old one may still lie there,
 * and for each wave.
 */
export function copyKeyOf({ id, number, resends }: Sought): string {
  const wave = number === 1 ? id : `${id}/wave-${number}`;
  return resends === 0 ? wave : `${wave}/${resends}`;
}

/** The keys of every copy that it ever had. */
export function copyKeysOf({ id, number, resends }: Sought): string[] {
  return Array.from({ length: resends + 1 }, (_, n) =>
    copyKeyOf({ id, number, resends: n }),
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
  event: Sought & Pick<EventWave, "graph_event_id">,
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
