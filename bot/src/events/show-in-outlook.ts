import type { Clock } from "../clock.ts";
import type { Db } from "../db/database.ts";
import type { AttendeeRow, EventRow } from "../db/schema.ts";
import {
  cancelCalendarEvent,
  createCalendarEvent,
  findCalendarEventId,
  readCalendarEvent,
  updateCalendarEvent,
  type CalendarAttendee,
  type CalendarContent,
} from "../graph/calendar.ts";
import type { CalendarEvent } from "../graph/calendar-event.ts";
import type { GraphClient } from "../graph/graph-client.ts";
import type { Enqueue } from "../jobs/job-queue.ts";
import { GraphFailure } from "../graph/graph-failure.ts";
import { renderOwnPart, replaceOwnPart } from "../graph/meeting-body.ts";
import {
  noteAttempt,
  recordCancellation,
  recordPublication,
  type Snapshot,
} from "./publication.ts";

interface OutlookDeps {
  db: Db;
  clock: Clock;
  enqueue: Enqueue;
  graph: GraphClient;
}

/** How often a change that collides with an answer is read again before the job gives way. */
const conflictTries = 4;

/**
 * Brings the service account's calendar from whatever it shows to what the snapshot says, with the
 * fewest mails: a step that already happened is found and not repeated.
 * @throws {GraphFailure}
 */
export async function showInOutlook(
  deps: OutlookDeps,
  snapshot: Snapshot,
  accountId: string,
): Promise<void> {
  const { event } = snapshot;
  if (event.cancelled) return cancel(deps, snapshot);
  if (event.graph_event_id !== null)
    return change(deps, snapshot, accountId, event.graph_event_id);

  const earlierVersion = event.attempted_version;
  await noteAttempt(deps.db, event);
  const calendarEvent = await createOrFind(deps.graph, snapshot);
  // An earlier try, cut off, may have created it with what the lead has changed, or who has joined, since.
  const sure =
    earlierVersion === null ||
    (earlierVersion === event.version && event.joins === 0);
  await recordPublication(deps, {
    snapshot,
    accountId,
    calendarEvent,
    shown: sure ? "all" : "unknown",
  });
  if (!sure) await change(deps, snapshot, accountId, calendarEvent.id);
}

/**
 * Graph answers a repeated `transactionId` in one of three ways: with the first event, or with an
 * error that names it, or with one that does not. The last leaves our extended property to find it by.
 */
async function createOrFind(
  graph: GraphClient,
  { event, attendees }: Snapshot,
): Promise<CalendarEvent> {
  try {
    return await createCalendarEvent(graph, {
      eventId: event.id,
      transactionId: event.transaction_id,
      content: contentOf(event, renderOwnPart(event.description)),
      attendees: attendees.filter(({ wanted }) => wanted).map(asAttendee),
      isOnline: event.is_online,
    });
  } catch (error) {
    if (!(error instanceof GraphFailure && error.kind === "duplicate"))
      throw error;
    const id =
      error.existingEventId ?? (await findCalendarEventId(graph, event.id));
    if (id === null)
      throw new GraphFailure({
        kind: "retryable",
        status: error.status,
        code: error.code,
        message: "Graph knows this event but does not show it yet.",
        cause: error,
      });
    return readCalendarEvent(graph, id);
  }
}

async function change(
  deps: OutlookDeps,
  snapshot: Snapshot,
  accountId: string,
  graphEventId: string,
): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      const calendarEvent = await changeOnce(deps, snapshot, graphEventId);
      return await recordPublication(deps, {
        snapshot,
        accountId,
        calendarEvent,
        shown: "all",
      });
    } catch (error) {
      const changedMeanwhile =
        error instanceof GraphFailure && error.kind === "conflict";
      if (!changedMeanwhile || tries === conflictTries) throw error;
    }
  }
}

async function changeOnce(
  { graph }: OutlookDeps,
  { event, attendees }: Snapshot,
  graphEventId: string,
): Promise<CalendarEvent> {
  const current = await readCalendarEvent(graph, graphEventId);
  const contentIsShown = current.contentVersion === event.content_version;
  const nextAttendees = mergeAttendees(current, attendees);
  if (contentIsShown && nextAttendees === null) return current;
  return updateCalendarEvent(graph, {
    graphEventId,
    etag: current.etag,
    ...(!contentIsShown && {
      content: contentOf(
        event,
        replaceOwnPart(current.bodyHtml, renderOwnPart(event.description)),
      ),
    }),
    ...(nextAttendees && { attendees: nextAttendees }),
  });
}

/**
 * The whole list that the event should have (Graph replaces it as a whole), or null when it has it.
 * People who are there without our doing stay.
 */
function mergeAttendees(
  current: CalendarEvent,
  attendees: readonly AttendeeRow[],
): (CalendarAttendee | CalendarEvent["attendees"][number])[] | null {
  const there = new Set(current.attendees.map(({ address }) => address));
  const unwanted = new Set(
    attendees.filter(({ wanted }) => !wanted).map(({ address }) => address),
  );
  const added = attendees.filter(
    ({ wanted, address }) => wanted && !there.has(address),
  );
  const kept = current.attendees.filter(
    ({ address }) => !unwanted.has(address),
  );
  if (added.length === 0 && kept.length === current.attendees.length)
    return null;
  return [...kept, ...added.map(asAttendee)];
}

async function cancel(deps: OutlookDeps, { event }: Snapshot): Promise<void> {
  const graphEventId =
    event.graph_event_id ??
    // A create that was cut off may have had its effect.
    (event.attempted_version === null
      ? null
      : await findCalendarEventId(deps.graph, event.id));
  if (graphEventId !== null)
    await cancelCalendarEvent(deps.graph, {
      graphEventId,
      comment: event.cancel_message ?? "",
    });
  await recordCancellation(deps, event);
}

function contentOf(event: EventRow, bodyHtml: string): CalendarContent {
  return {
    subject: event.title,
    bodyHtml,
    start: event.start_local,
    end: event.end_local,
    timeZone: event.time_zone,
    location: event.location,
    contentVersion: event.content_version,
  };
}

function asAttendee(row: AttendeeRow): CalendarAttendee {
  return { address: row.address, displayName: row.display_name };
}
