import type { LinkBases } from "../cards/render/card-links.ts";
import type { Clock } from "../clock.ts";
import type { Db } from "../db/database.ts";
import type { AttendeeRow } from "../db/tables/attendees.ts";
import {
  createCalendarEvent,
  readCalendarEvent,
  updateCalendarEvent,
  type CalendarAttendee,
  type MailNeeds,
  type OnTurn,
} from "../graph/calendar.ts";
import type { CalendarEvent } from "../graph/calendar-event.ts";
import type { GraphClient } from "../graph/graph-client.ts";
import type { Enqueue } from "../jobs/job-queue.ts";
import { RetryLater } from "../errors.ts";
import { GraphFailure } from "../graph/graph-failure.ts";
import { cancelInOutlook } from "./cancel-in-outlook.ts";
import { copyKeyOf, findCopyId } from "./find-again.ts";
import {
  isStillSo,
  noteAttempt,
  noteRefusal,
  recordPublication,
  type Snapshot,
} from "./publication.ts";
import { contentOfWave, ownsMeeting } from "./wave-content.ts";

interface OutlookDeps {
  db: Db;
  clock: Clock;
  enqueue: Enqueue;
  graph: GraphClient;
  linkBases: LinkBases;
}

/** Wait before an event is read again that a lead has changed in the same moment, in milliseconds. */
const changedRetryMs = 100;

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
  if (event.cancelled) return cancelInOutlook(deps, snapshot);
  if (event.graph_event_id !== null)
    return change(deps, snapshot, accountId, event.graph_event_id);

  const earlierVersion = event.attempted_version;
  const isOnly = event.unclear_account_id === null;
  const note = () => noteAttempt(deps.db, event, accountId);
  // Of many waves each is noted when its turn has come: until then a lead may pause them, or leave people out.
  const isLater = event.number > 1;
  if (!isLater && !(await note())) throw outdated();
  const created = await createOrFind(deps, snapshot, {
    isOnly,
    onTurn: isLater ? note : undefined,
  });
  // An earlier try, cut off, may have created it with what the lead has changed, or who has joined, since.
  const sure =
    earlierVersion === null ||
    (earlierVersion === event.version && event.joins === 0);
  await recordPublication(deps, {
    snapshot,
    accountId,
    ...created,
    answersAll: isOnly && created.wrote,
    shown: sure ? "all" : "unknown",
  });
  if (!sure) await change(deps, snapshot, accountId, created.calendarEvent.id);
}

function outdated(): RetryLater {
  return new RetryLater({
    message: "a lead has changed the event since it was read",
    retryAfterMs: changedRetryMs,
  });
}

/** What Outlook shows now, and whether that is its answer to content of ours. */
interface Shown {
  calendarEvent: CalendarEvent;
  wrote: boolean;
}

/**
 * Graph answers a repeated `transactionId` in one of three ways: with the first event, or with an
 * error that names it, or with one that does not. The last leaves our extended property to find it by.
 */
async function createOrFind(
  { db, graph, linkBases }: OutlookDeps,
  { event, attendees }: Snapshot,
  options: {
    /** Whether no earlier create may still take effect. */
    isOnly: boolean;
    onTurn: OnTurn | undefined;
  },
): Promise<Shown> {
  try {
    const calendarEvent = await createCalendarEvent(graph, {
      key: copyKeyOf(event),
      transactionId: event.transaction_id,
      content: contentOfWave(event, { currentHtml: null, linkBases }),
      attendees: attendees.filter(isToInvite).map(asAttendee),
      isOnline: ownsMeeting(event),
      onTurn: options.onTurn,
    });
    if (calendarEvent === null) throw outdated();
    return { calendarEvent, wrote: true };
  } catch (error) {
    if (!(error instanceof GraphFailure)) throw error;
    if (error.kind !== "duplicate") {
      if (options.isOnly && !error.unclear) await noteRefusal(db, event);
      throw error;
    }
    const id = error.existingEventId ?? (await findCopyId(graph, event));
    if (id === null)
      throw new GraphFailure({
        kind: "retryable",
        status: error.status,
        code: error.code,
        message: "Graph knows this event but does not show it yet.",
        cause: error,
      });
    return { calendarEvent: await readCalendarEvent(graph, id), wrote: false };
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
      return await recordPublication(deps, {
        snapshot,
        accountId,
        ...(await changeOnce(deps, snapshot, graphEventId)),
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
  { db, graph, linkBases }: OutlookDeps,
  { event, attendees }: Snapshot,
  graphEventId: string,
): Promise<Shown> {
  const current = await readCalendarEvent(graph, graphEventId);
  if (current.isCancelled) throw cancelledInOutlook();
  const contentIsShown = current.contentVersion === event.content_version;
  const nextAttendees = mergeAttendees(current, attendees);
  if (contentIsShown && nextAttendees === null)
    return { calendarEvent: current, wrote: false };
  const calendarEvent = await updateCalendarEvent(graph, {
    graphEventId,
    etag: current.etag,
    mails: mailsOfChange(
      current.attendees,
      nextAttendees ?? current.attendees,
      { toEverybody: !contentIsShown },
    ),
    ...(!contentIsShown && {
      content: contentOfWave(event, {
        currentHtml: current.bodyHtml,
        linkBases,
      }),
    }),
    ...(nextAttendees && { attendees: nextAttendees }),
    onTurn: event.number > 1 ? () => isStillSo(db, event) : undefined,
  });
  if (calendarEvent === null) throw outdated();
  return { calendarEvent, wrote: !contentIsShown };
}

/** Outlook mails everybody about content, and else only who comes or goes: one message each, whoever many it goes to. */
function mailsOfChange(
  before: readonly { address: string }[],
  after: readonly { address: string }[],
  options: { toEverybody: boolean },
): MailNeeds {
  const without = (
    list: readonly { address: string }[],
    others: readonly { address: string }[],
  ) => {
    const known = new Set(others.map(({ address }) => address));
    return list.filter(({ address }) => !known.has(address)).length;
  };
  const added = without(after, before);
  const removed = without(before, after);
  const reached = options.toEverybody ? after.length : added;
  return {
    messages: Math.min(reached, 1) + Math.min(removed, 1),
    recipients: reached + removed,
  };
}

/** Whether its organizer took it off the calendar or left it there crossed out, nothing can be changed any more. */
function cancelledInOutlook(): GraphFailure {
  return new GraphFailure({
    kind: "gone",
    status: 200,
    code: "eventCancelled",
    message: "Somebody cancelled this event in Outlook.",
  });
}

/** Not yet invited: who was, and is not on the list, was taken off by somebody in Outlook. */
function isToInvite(row: AttendeeRow): boolean {
  return row.wanted && row.invited_at === null;
}

/**
 * The whole list that the event should have (Graph replaces it as a whole), or null when it has it.
 * People who are there without our doing stay, and people whom somebody took off stay away.
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
    (row) => isToInvite(row) && !there.has(row.address),
  );
  const kept = current.attendees.filter(
    ({ address }) => !unwanted.has(address),
  );
  if (added.length === 0 && kept.length === current.attendees.length)
    return null;
  return [...kept, ...added.map(asAttendee)];
}

function asAttendee(row: AttendeeRow): CalendarAttendee {
  return { address: row.address, displayName: row.display_name };
}
