import type { Simulation } from "../simulation.ts";
import type { TeamsMeeting } from "../outlook/meeting.ts";
import { meetingPlace } from "../outlook/teams-meeting.ts";
import { heldSessions, type HeldSession } from "./held-session.ts";

const dayMs = 24 * 60 * 60 * 1000;

/**
 * The sessions of a meeting whose reports are there now, newest first. Graph: meetingAttendanceReport resource type: they
 * are kept for a year. A report comes some time after its session; how long that takes is told nowhere.
 */
export function reportsOf(
  simulation: Simulation,
  meeting: TeamsMeeting,
): HeldSession[] {
  const { threadId, messageId } = meetingPlace(meeting);
  return reportsIn(simulation, threadId).filter(
    (session) => session.messageId === messageId,
  );
}

/** Of all meetings of a thread, which in a channel are several. */
export function reportsIn(
  simulation: Simulation,
  threadId: string,
): HeldSession[] {
  const now = simulation.clock.now();
  const { attendanceRetentionDays } = simulation.settings.current();
  const keptSince = new Date(
    now.getTime() - attendanceRetentionDays * dayMs,
  ).toISOString();
  return [...heldSessions(simulation).values()]
    .filter(
      (session) =>
        session.threadId === threadId &&
        session.reportAt !== null &&
        session.reportAt <= now.toISOString() &&
        session.endedAt > keptSince,
    )
    .toSorted((a, b) => b.startedAt.localeCompare(a.startedAt));
}

/** Has every report that is on its way be there at once. */
export function showReports(simulation: Simulation): void {
  const now = simulation.clock.now().toISOString();
  simulation.store.atomically(() => {
    const sessions = heldSessions(simulation);
    for (const session of sessions.values())
      if (session.reportAt !== null && session.reportAt > now)
        sessions.put(session.reportId, { ...session, reportAt: now });
  });
}

/** Takes a meeting's reports away, as if their time had come. */
export function expireReports(
  simulation: Simulation,
  meeting: TeamsMeeting,
): void {
  const { threadId, messageId } = meetingPlace(meeting);
  simulation.store.atomically(() => {
    const sessions = heldSessions(simulation);
    for (const session of sessions.values())
      if (session.threadId === threadId && session.messageId === messageId)
        sessions.put(session.reportId, { ...session, reportAt: null });
  });
}
