import type { Clock } from "../clock.ts";
import { notifyEventChanged, type Db } from "../db/database.ts";
import {
  cancelCalendarEvent,
  findCalendarEvents,
  readCalendarEvent,
} from "../graph/calendar.ts";
import type { GraphClient } from "../graph/graph-client.ts";
import { GraphFailure } from "../graph/graph-failure.ts";
import { copyKeyOf } from "./find-again.ts";
import { cancelCopies } from "./late-copy/cancel-copies.ts";
import { nextLateLook } from "./late-copy/next-late-look.ts";
import type { Snapshot } from "./publication.ts";
import { changeWave, lockWave, refOf, type EventWave } from "./wave-store.ts";

/**
 * Takes the event off everybody's calendar, with the lead's message, and records that.
 * @throws {GraphFailure}
 */
export async function cancelInOutlook(
  deps: { db: Db; clock: Clock; graph: GraphClient },
  { event, attendees }: Snapshot,
): Promise<void> {
  const recipients = attendees.length;
  const graphEventId = event.graph_event_id;
  if (graphEventId !== null) {
    if (!(await isCancelledThere(deps, event))) {
      await noteCancellation(deps.db, event);
      await cancelCalendarEvent(deps.graph, {
        graphEventId,
        comment: event.cancel_message ?? "",
        mails: { messages: 1, recipients },
      });
    }
    return recordCancellation(deps, event, graphEventId);
  }
  // A create that was cut off may have had its effect, or have it later.
  const copies =
    event.unclear_account_id === null
      ? []
      : await cancelCopies(deps.graph, { event, recipients });
  return recordCancellation(deps, event, copies.at(-1) ?? null);
}

/**
 * Whether Outlook has told everybody already, because somebody cancelled it there or an answer to us was lost: looked
 * for only where that may be, since cancelling again could tell them twice. Cancelled is what is gone, marked so, or
 * off the calendar though its id still finds it: in Deleted Items ("event: cancel").
 */
async function isCancelledThere(
  { graph }: { graph: GraphClient },
  event: EventWave,
): Promise<boolean> {
  if (event.graph_event_id === null) return false;
  if (event.outlook_change?.kind !== "deleted" && !event.cancel_sent)
    return false;
  try {
    const copy = await readCalendarEvent(graph, event.graph_event_id);
    if (copy.isCancelled) return true;
    // Without our properties the search below proves nothing.
    if (copy.contentVersion === null) return false;
  } catch (error) {
    if (error instanceof GraphFailure && error.kind === "gone") return true;
    throw error;
  }
  const listed = await findCalendarEvents(graph, copyKeyOf(event));
  return !listed.some(({ id }) => id === event.graph_event_id);
}

/** Notes, before Outlook is asked to cancel the event, that it may have been: after a lost answer nobody else can tell. */
async function noteCancellation(db: Db, event: EventWave): Promise<void> {
  await changeWave(db, refOf(event), { cancel_sent: true });
}

/**
 * Records that the event is off everybody's calendar; where a create was never answered, with the next look for it.
 * @param graphEventId of the copy that was cancelled, where there was one
 */
async function recordCancellation(
  deps: { db: Db; clock: Clock },
  event: EventWave,
  graphEventId: string | null,
): Promise<void> {
  const now = deps.clock.now();
  await deps.db.transaction().execute(async (trx) => {
    const stored = await lockWave(trx, refOf(event));
    if (stored?.version === event.version)
      await changeWave(trx, refOf(event), {
        published_version: event.version,
        published_joins: event.joins,
        publish_problem: null,
        next_try_at: null,
        graph_event_id: graphEventId,
        ...(event.unclear_account_id !== null && {
          late_looks_from: now,
          late_look_at: nextLateLook(now, now),
        }),
      });
    await notifyEventChanged(trx, event.id);
  });
}
