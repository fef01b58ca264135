import type { KeptAccount } from "../accounts/account-store.ts";
import type { Clock } from "../clock.ts";
import { RetryLater } from "../errors.ts";
import type { Db } from "../db/database.ts";
import type { EventRow } from "../db/tables/events.ts";
import { eventChanged } from "../events/event-changed.ts";
import { noticeOutlookChange } from "../events/notice-outlook-change.ts";
import { meetingLookMs, meetingState } from "../events/publication.ts";
import type { OutlookChange } from "../events/stored-outlook-change.ts";
import { ownsMeeting } from "../events/wave-content.ts";
import { enqueuePublication, type EventWave } from "../events/wave-store.ts";
import type { CalendarEvent } from "../graph/calendar-event.ts";
import type { Enqueue } from "../jobs/job-queue.ts";
import { answerFromGraph } from "./attendee-response.ts";
import type { RecordResponses } from "./record-response.ts";

export interface TakeDeps {
  db: Db;
  clock: Clock;
  enqueue: Enqueue;
  recordResponses: RecordResponses;
}

/** Whether Outlook does not show the event's time to a wave yet: what it reports answers another one. */
export function isBeingSent(event: EventWave): boolean {
  return (
    !event.publish_failed &&
    (event.graph_event_id === null ||
      event.published_schedule_version < event.schedule_version)
  );
}

/**
 * Takes over what the organizer's copy of a wave says: its answers, its Teams meeting where that was still
 * awaited, and what somebody changed by hand, for a lead to decide.
 * @throws {RetryLater} while Teams has not added the meeting
 */
export async function takeCalendarEvent(
  deps: TakeDeps,
  given: {
    event: EventWave;
    account: Pick<KeptAccount, "address">;
    calendarEvent: CalendarEvent;
    /** When the read began, by the database's clock. */
    begunAt: Date;
  },
): Promise<void> {
  const { event, account, calendarEvent } = given;
  const change = await noticeOutlookChange(deps, {
    event,
    copy: calendarEvent,
    begunAt: given.begunAt,
  });
  await deps.recordResponses(
    event.id,
    calendarEvent.attendees
      .filter(({ address }) => address !== "" && address !== account.address)
      .map((attendee) => ({
        address: attendee.address,
        displayName: attendee.displayName,
        objectId: null,
        answer:
          attendee.answeredAt && !answersMovedTime(attendee.answeredAt, change)
            ? answerFromGraph(attendee.response)
            : "none",
        answeredAt: attendee.answeredAt ?? new Date(0),
        answeredIn: "outlook" as const,
        wave: event.number,
      })),
  );
  if (ownsMeeting(event) && event.meeting_state === "pending")
    await recordMeeting(deps, { event, calendarEvent });
}

/**
 * Whether an answer may be to a time that somebody chose in Outlook by hand. Until a lead decides it is no answer to
 * ours; if the lead keeps that time, it is read again.
 */
function answersMovedTime(
  answeredAt: Date,
  change: OutlookChange | null,
): boolean {
  return (
    change?.kind === "edited" &&
    change.movedAt !== null &&
    answeredAt >= new Date(change.movedAt)
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
    if (state === "ready")
      await deps.enqueue(trx, "meetings.configure", {
        eventId: given.event.id,
      });
    // The later waves have waited for it.
    await enqueuePublication(deps, trx, given.event.id);
    await eventChanged(deps, trx, given.event.id);
  });
}
