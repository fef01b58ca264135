import { findAccountOf, works } from "../accounts/account-store.ts";
import type { Clock } from "../clock.ts";
import type { Db } from "../db/database.ts";
import type { EventRow } from "../db/schema.ts";
import { eventChanged } from "../events/event-changed.ts";
import { meetingLookMs, meetingState } from "../events/publication.ts";
import { RetryLater } from "../errors.ts";
import { readCalendarEvent } from "../graph/calendar.ts";
import type { CalendarEvent } from "../graph/calendar-event.ts";
import type { GraphClient } from "../graph/graph-client.ts";
import { GraphFailure } from "../graph/graph-failure.ts";
import type { Enqueue } from "../jobs/job-queue.ts";
import { answerFromGraph } from "./attendee-response.ts";
import type { RecordResponses } from "./record-response.ts";

interface ReadDeps {
  db: Db;
  clock: Clock;
  enqueue: Enqueue;
  graphOf: (accountId: string) => GraphClient;
  recordResponses: RecordResponses;
}

/** Wait for a publication under way, in milliseconds. */
const beingSentRetryMs = 1000;

/**
 * The job that reads the organizer's copy of an event, which collects the answers, and records them.
 * Outlook is the authority: whatever notifications were doubled, late or lost, one read catches up.
 */
export async function readResponses(
  deps: ReadDeps,
  payload: { eventId: string },
): Promise<void> {
  const event = await deps.db
    .selectFrom("scheduled_events")
    .where("id", "=", payload.eventId)
    .select([
      "id",
      "account_id",
      "is_online",
      "meeting_state",
      "graph_event_id",
      "attempted_version",
      "cancelled",
      "publish_failed",
      "schedule_version",
      "published_schedule_version",
    ])
    .executeTakeFirst();
  if (!event || event.cancelled || event.attempted_version === null) return;
  const account = await findAccountOf(deps.db, event);
  // Connecting the account again reads every event.
  if (!account || !works(account)) return;
  const beingSent =
    event.graph_event_id === null ||
    event.published_schedule_version < event.schedule_version;
  if (beingSent && !event.publish_failed)
    throw new RetryLater({
      message: "the invitation is on its way, its answers count after that",
      retryAfterMs: beingSentRetryMs,
    });
  if (event.graph_event_id === null) return;
  const calendarEvent = await readCalendarEvent(
    deps.graphOf(account.id),
    event.graph_event_id,
  ).catch((error: unknown) => {
    // Connecting the account again reads every event.
    if (error instanceof GraphFailure && error.kind === "account") return null;
    if (error instanceof GraphFailure && error.kind === "gone") return null;
    if (error instanceof GraphFailure && error.retryAfterMs !== null)
      throw new RetryLater({
        message: "Outlook is busy",
        retryAfterMs: error.retryAfterMs,
        cause: error,
      });
    throw error;
  });
  if (!calendarEvent) return;
  if (event.meeting_state === "pending")
    await recordMeeting(deps, { event, calendarEvent });
  await deps.recordResponses(
    event.id,
    calendarEvent.attendees
      .filter(({ address }) => address !== "" && address !== account.address)
      .map((attendee) => ({
        address: attendee.address,
        displayName: attendee.displayName,
        objectId: null,
        answer: attendee.answeredAt
          ? answerFromGraph(attendee.response)
          : "none",
        answeredAt: attendee.answeredAt ?? new Date(0),
        answeredIn: "outlook" as const,
      })),
  );
}

/** Teams added the meeting after the event was created. */
async function recordMeeting(
  deps: { db: Db; enqueue: Enqueue },
  given: {
    event: Pick<EventRow, "id" | "is_online">;
    calendarEvent: CalendarEvent;
  },
): Promise<void> {
  const state = meetingState(given.event, given.calendarEvent);
  if (state === "pending")
    throw new RetryLater({
      message: "Teams has not added the meeting yet",
      retryAfterMs: meetingLookMs,
    });
  await deps.db.transaction().execute(async (trx) => {
    await trx
      .updateTable("scheduled_events")
      .set({ meeting_state: state, join_url: given.calendarEvent.joinUrl })
      .where("id", "=", given.event.id)
      .execute();
    await eventChanged(deps, trx, given.event.id);
  });
}

/** Enqueues a read of every event that can still be answered. */
export async function readAllResponses(deps: {
  db: Db;
  clock: Clock;
  enqueue: Enqueue;
}): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const events = await trx
      .selectFrom("scheduled_events")
      .where("graph_event_id", "is not", null)
      .where("cancelled", "=", false)
      .where("ends_at", ">", deps.clock.now())
      .select("id")
      .execute();
    await deps.enqueue(
      trx,
      "responses.read",
      events.map(({ id }) => ({ eventId: id })),
    );
  });
}
