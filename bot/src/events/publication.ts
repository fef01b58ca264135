import { sql } from "kysely";
import type { Clock } from "../clock.ts";
import { notifyEventChanged, type Db, type Trx } from "../db/database.ts";
import type { AttendeeRow } from "../db/tables/attendees.ts";
import type { EventRow } from "../db/tables/events.ts";
import type { CalendarEvent } from "../graph/calendar-event.ts";
import type { Enqueue } from "../jobs/job-queue.ts";
import { askForCheck } from "../accounts/health/ask-for-check.ts";
import { eventChanged } from "./event-changed.ts";
import { noteHistory } from "./history/history-store.ts";
import { shownBy } from "./outlook-change.ts";
import {
  changeWave,
  enqueuePublication,
  findWave,
  lockWave,
  refOf,
  type EventWave,
  type WaveRef,
} from "./wave-store.ts";

/** A wave and its attendees at one moment, to be shown in Outlook. */
export interface Snapshot {
  event: EventWave;
  /** Wanted ones, and unwanted ones whose invitation has not been taken back yet. */
  attendees: AttendeeRow[];
}

export async function readSnapshot(
  db: Db,
  ref: WaveRef,
): Promise<Snapshot | null> {
  return db
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute(async (trx) => {
      const event = await findWave(trx, ref);
      if (!event) return null;
      const attendees = await trx
        .selectFrom("attendees")
        .where("event_id", "=", ref.eventId)
        .where("wave", "=", ref.wave)
        .selectAll()
        .execute();
      return { event, attendees };
    });
}

/**
 * Notes, before a create, that one may have been sent and where to, and of the first which version it carries: after a
 * crash nobody else can tell.
 *
 * @returns false when the wave is not to be created any more as it was read: somebody has decided otherwise meanwhile
 */
export async function noteAttempt(
  db: Db,
  event: EventWave,
  accountId: string,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    if (!isSame(await lockWave(trx, refOf(event)), event)) return false;
    await changeWave(trx, refOf(event), {
      attempted_version: event.attempted_version ?? event.version,
      unclear_account_id: event.unclear_account_id ?? accountId,
    });
    return true;
  });
}

/** Whether a wave is still to be written as it was read. */
export async function isStillSo(db: Db, read: EventWave): Promise<boolean> {
  return isSame(await findWave(db, refOf(read)), read);
}

function isSame(stored: EventWave | null, read: EventWave): boolean {
  return stored?.version === read.version && stored.paused_at === null;
}

/** Notes that Graph refused the create: it has no effect later either. */
export async function noteRefusal(db: Db, event: EventWave): Promise<void> {
  await changeWave(db, refOf(event), { unclear_account_id: null });
}

/**
 * Records what Outlook shows now.
 *
 * @param shown `all`: what the snapshot says; `unknown`: an event is there, its content has to be
 *   compared yet
 * @param wrote whether `calendarEvent` is Outlook's answer to our content, not what a read found
 * @param answersAll whether it answers the only create that was ever sent: nothing is to come any more
 */
export async function recordPublication(
  deps: { db: Db; clock: Clock; enqueue: Enqueue },
  given: {
    snapshot: Snapshot;
    accountId: string;
    calendarEvent: CalendarEvent;
    shown: "all" | "unknown";
    wrote: boolean;
    answersAll?: boolean;
  },
): Promise<void> {
  const { snapshot, calendarEvent } = given;
  const { event } = snapshot;
  await deps.db.transaction().execute(async (trx) => {
    const stored = await lockWave(trx, refOf(event));
    if (!stored) return;
    const newSchedule =
      stored.published_schedule_version < event.schedule_version;
    await changeWave(trx, refOf(event), {
      graph_event_id: calendarEvent.id,
      ...(given.answersAll && { unclear_account_id: null }),
      outlook_modified_at: later(
        stored.outlook_modified_at,
        calendarEvent.lastModifiedAt,
      ),
      ...(given.wrote && {
        outlook_shown: JSON.stringify(shownBy(calendarEvent, event.time_zone)),
      }),
      ...(given.shown === "all" && {
        published_version: Math.max(stored.published_version, event.version),
        published_joins: Math.max(stored.published_joins, event.joins),
        publish_problem: null,
        next_try_at: null,
        ...(newSchedule && {
          published_schedule_version: event.schedule_version,
          // Outlook's own clock: it is compared with the times of Outlook's answers.
          schedule_sent_at: calendarEvent.lastModifiedAt,
        }),
      }),
    });
    if (given.shown === "all" && stored.published_version < event.version)
      await noteWhenSent(trx, { event, at: deps.clock.now() });
    if (event.number === 1)
      await recordOrganizer(trx, deps, { ...given, stored });
    if (given.shown === "all")
      await recordInvitations(trx, {
        snapshot,
        now: deps.clock.now(),
        addresses: calendarEvent.attendees.map(({ address }) => address),
      });
    await eventChanged(deps, trx, event.id);
  });
}

/** Once the last of its Outlook events shows this version, all of it is sent. The event is locked by the caller. */
async function noteWhenSent(
  trx: Trx,
  { event, at }: { event: EventWave; at: Date },
): Promise<void> {
  const { published } = await trx
    .selectFrom("waves")
    .where("event_id", "=", event.id)
    .select(({ fn }) => fn.min("published_version").as("published"))
    .executeTakeFirstOrThrow();
  if (published < event.version) return;
  await noteHistory(trx, { eventId: event.id, kind: "sent", by: null, at });
}

/** What the first wave tells of the event: whose calendar it stands on, and its Teams meeting. */
async function recordOrganizer(
  trx: Trx,
  deps: { clock: Clock; enqueue: Enqueue },
  given: { stored: EventWave; accountId: string; calendarEvent: CalendarEvent },
): Promise<void> {
  const { stored, calendarEvent } = given;
  const eventId = stored.id;
  const state = meetingState(stored, calendarEvent);
  await trx
    .updateTable("scheduled_events")
    .set({
      account_id: given.accountId,
      join_url: calendarEvent.joinUrl,
      meeting_state: state,
    })
    .where("id", "=", eventId)
    .execute();
  const isNewMeeting =
    stored.meeting_state !== "ready" ||
    stored.join_url !== calendarEvent.joinUrl;
  if (state === "ready" && isNewMeeting)
    await deps.enqueue(trx, "meetings.configure", { eventId });
  if (state === "missing") await askForCheck(deps, trx, given.accountId);
  if (state === "pending")
    await deps.enqueue(
      trx,
      "responses.read",
      { eventId, wave: 1 },
      { startAfter: new Date(deps.clock.now().getTime() + meetingLookMs) },
    );
  // The later waves wait for the first, whose meeting they name.
  else if (stored.account_id === null || stored.meeting_state !== state)
    await enqueuePublication(deps, trx, eventId);
}

function later(a: Date | null, b: Date): Date {
  return a !== null && a > b ? a : b;
}

async function recordInvitations(
  trx: Db,
  given: {
    snapshot: Snapshot;
    now: Date;
    /** Of those whom Outlook lists. */
    addresses: readonly string[];
  },
): Promise<void> {
  const { snapshot, now } = given;
  const idsOf = (rows: AttendeeRow[]) => rows.map(({ id }) => id);
  const invited = snapshot.attendees.filter(
    ({ wanted, invited_at }) => wanted && invited_at === null,
  );
  const uninvited = snapshot.attendees.filter(
    ({ wanted, invited_at }) => !wanted && invited_at !== null,
  );
  if (invited.length > 0)
    await trx
      .updateTable("attendees")
      .set({ invited_at: now })
      .where("id", "in", idsOf(invited))
      .execute();
  if (uninvited.length > 0)
    await trx
      .updateTable("attendees")
      .set({ invited_at: null, outlook_state: "unseen" })
      .where("id", "in", idsOf(uninvited))
      .execute();
  await trx
    .updateTable("attendees")
    .set({ outlook_state: "listed" })
    .where("event_id", "=", snapshot.event.id)
    .where("wave", "=", snapshot.event.number)
    .where("wanted", "=", true)
    .where("outlook_state", "=", "unseen")
    .where(sql<boolean>`address = any(${given.addresses}::text[])`)
    .execute();
}

/** Teams may add the meeting a little later; wait before the next look, in milliseconds. */
export const meetingLookMs = 20_000;

/** Whether the Outlook event has the Teams meeting that the lead asked for. */
export function meetingState(
  event: Pick<EventRow, "is_online">,
  shown: CalendarEvent,
): EventRow["meeting_state"] {
  if (!event.is_online) return "none";
  // Without a Teams licence Graph creates the event all the same, but not as an online meeting.
  if (!shown.isOnlineMeeting) return "missing";
  return shown.joinUrl ? "ready" : "pending";
}

/** Records why Outlook does not show the newest version to a wave, for the lead to read. */
export async function recordTrouble(
  deps: { db: Db },
  ref: WaveRef,
  trouble: {
    problem: string | null;
    nextTryAt: Date | null;
    /** When, and after how many tries; null: it goes on. */
    givenUp: { at: Date; tries: number } | null;
  },
): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    await changeWave(trx, ref, {
      publish_problem: trouble.problem,
      next_try_at: trouble.nextTryAt,
      publish_failed: trouble.givenUp !== null,
      ...(trouble.givenUp && {
        publish_failed_at: trouble.givenUp.at,
        publish_tries: trouble.givenUp.tries,
      }),
    });
    await notifyEventChanged(trx, ref.eventId);
  });
}
