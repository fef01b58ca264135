import type pg from "pg";
import type { Clock } from "../clock.ts";
import { withSessionLock, type Db } from "../db/database.ts";
import type {
  AttendanceReadingRow,
  AttendanceSessionRow,
} from "../db/tables/attendance.ts";
import { RetryLater } from "../errors.ts";
import {
  listAttendanceRecords,
  listAttendanceReports,
  type AttendanceRecord,
  type AttendanceReport,
} from "../graph/attendance-reports.ts";
import { GraphFailure } from "../graph/graph-failure.ts";
import { findPlacedMeeting } from "../graph/online-meetings.ts";
import type { Enqueue } from "../jobs/job-queue.ts";
import type { JobContext } from "../jobs/job-worker.ts";
import { isOfEvent } from "./attendance-window.ts";
import { ReadingStopped, readingStopped } from "./attendance-trouble.ts";
import { isChannelMeeting } from "./channel-meeting.ts";
import {
  findMeetingThatWas,
  noteLook,
  openReading,
  type MeetingThatWas,
} from "./reading-store.ts";
import {
  openReportReader,
  type ReaderDeps,
  type ReportReader,
} from "./report-reader.ts";
import { storeSession } from "./store-session.ts";

interface ReadDeps extends ReaderDeps {
  pool: pg.Pool;
  clock: Clock;
  enqueue: Enqueue;
}

/** Wait when another replica reads the same event, in milliseconds. */
const busyRetryMs = 500;

/** Clocks of several machines differ: a try that is due within this time is due, in milliseconds. */
const toleranceMs = 5_000;

/**
 * The job that reads who was in one event's Teams meeting: every report that is there and not known, each stored as soon
 * as it is read. It may run at any time, any number of times; when nothing is due it does nothing, and what has become
 * of a look is kept with the time of the next.
 */
export async function readAttendance(
  deps: ReadDeps,
  payload: { eventId: string },
  context: Pick<JobContext, "log">,
): Promise<void> {
  const run = await withSessionLock(
    deps.pool,
    `attendance:${payload.eventId}`,
    () => look(deps, payload.eventId, context),
  );
  if (!run.held)
    throw new RetryLater({
      message: "another replica reads this event's attendance",
      retryAfterMs: busyRetryMs,
    });
}

async function look(
  deps: ReadDeps,
  eventId: string,
  { log }: Pick<JobContext, "log">,
): Promise<void> {
  const now = deps.clock.now();
  const meeting = await findMeetingThatWas(deps.db, eventId, now);
  if (!meeting) return;
  const reading = await openReading(deps.db, meeting.event, now);
  const dueAt = reading.next_try_at?.getTime() ?? Infinity;
  if (dueAt > now.getTime() + toleranceMs) return;
  try {
    const sessions = await takeReports(deps, { meeting, reading, now });
    const problem = sessions === 0 ? "noReportYet" : null;
    await noteLook(deps, { reading, problem, retryAfterMs: null, now });
    log.info({ event: eventId, sessions }, "attendance looked for");
  } catch (error) {
    if (!(error instanceof ReadingStopped)) throw error;
    waitForLane(error);
    const { problem, retryAfterMs } = error;
    log.info(
      { event: eventId, problem, err: error.cause },
      "attendance cannot be read",
    );
    await noteLook(deps, { reading, problem, retryAfterMs, now });
  }
}

/** Where our own lane has no room, nothing was asked of Microsoft, and nothing has gone wrong. */
function waitForLane({ cause, retryAfterMs }: ReadingStopped): void {
  if (cause instanceof GraphFailure && cause.code.startsWith("lane"))
    throw new RetryLater({
      message: "the mailbox has no room for reading attendance",
      retryAfterMs: retryAfterMs ?? 60_000,
      cause,
    });
}

/** @returns how many sessions of the event are known then. @throws {ReadingStopped} */
async function takeReports(
  deps: ReadDeps,
  given: { meeting: MeetingThatWas; reading: AttendanceReadingRow; now: Date },
): Promise<number> {
  const { reading, now } = given;
  const { event, account } = given.meeting;
  const reader = await openReportReader(deps, {
    account,
    groupId: event.group_id,
  });
  const meetingId = await findMeetingId(deps.db, reader, reading);
  const reports = await listAttendanceReports(
    reader.graph,
    reader.owner,
    meetingId,
  ).catch((error: unknown) => {
    throw readingStopped(error, { ...reader, asked: "reports" });
  });
  const known = await listSessions(deps.db, event.id);
  const ids = new Set(known.map(({ report_id }) => report_id));
  for (const report of reports) {
    if (!isOfEvent(report, event)) continue;
    if (known.some((session) => isSame(session, report))) continue;
    const records = await readRecords(reader, meetingId, report.id);
    if (!records) continue;
    const { tenant_id: tenantId } = account;
    await storeSession(deps.db, { reading, report, records, tenantId, now });
    ids.add(report.id);
  }
  return ids.size;
}

async function findMeetingId(
  db: Db,
  reader: ReportReader,
  reading: AttendanceReadingRow,
): Promise<string> {
  const { join_url: joinUrl } = reading;
  if (reading.online_meeting_id !== null) return reading.online_meeting_id;
  // Of a channel's meeting by its link nothing is asked: its reports would be those of others, too.
  if (isChannelMeeting(null, joinUrl))
    throw new ReadingStopped("channelMeeting");
  const found = await findPlacedMeeting(
    reader.graph,
    reader.owner,
    joinUrl,
  ).catch((error: unknown) => {
    throw readingStopped(error, { ...reader, asked: "meeting" });
  });
  if (!found) throw new ReadingStopped("meetingUnknown");
  if (isChannelMeeting(found.threadId, joinUrl))
    throw new ReadingStopped("channelMeeting");
  await db
    .updateTable("attendance_readings")
    .set({ online_meeting_id: found.id })
    .where("event_id", "=", reading.event_id)
    .where("join_url", "=", joinUrl)
    .execute();
  return found.id;
}

/** Null: the report has gone since it was listed. */
async function readRecords(
  reader: ReportReader,
  meetingId: string,
  reportId: string,
): Promise<AttendanceRecord[] | null> {
  try {
    const of = { meetingId, reportId };
    return await listAttendanceRecords(reader.graph, reader.owner, of);
  } catch (error) {
    if (error instanceof GraphFailure && error.kind === "gone") return null;
    throw readingStopped(error, { ...reader, asked: "reports" });
  }
}

async function listSessions(
  db: Db,
  eventId: string,
): Promise<AttendanceSessionRow[]> {
  return db
    .selectFrom("attendance_sessions")
    .where("event_id", "=", eventId)
    .selectAll()
    .execute();
}

/** Who was erased from a session that is known is not read into it again. */
function isSame(session: AttendanceSessionRow, report: AttendanceReport) {
  return (
    session.report_id === report.id &&
    session.ended_at.getTime() === report.endedAt.getTime() &&
    session.participants === report.participants
  );
}
