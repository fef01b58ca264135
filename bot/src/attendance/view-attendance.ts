import type { Attendance } from "../../contract/attendance.ts";
import type { Actor } from "../access/actor.ts";
import { findAccountOf } from "../accounts/account-store.ts";
import { readAudienceSettings } from "../audience/audience-settings.ts";
import type { Clock } from "../clock.ts";
import { readTogether, type Db } from "../db/database.ts";
import { loadSeenEvent } from "../events/load-seen-event.ts";
import { viewerOf } from "../events/viewer.ts";
import { attendanceState } from "./attendance-state.ts";
import { attendanceProblem } from "./attendance-words.ts";
import { countAttendance } from "./count-attendance.ts";
import { guardCounts } from "./guard-counts.ts";
import {
  readKnownAttendance,
  type KnownAttendance,
} from "./known-attendance.ts";
import { findReading } from "./reading-store.ts";
import { viewForLeads } from "./view-for-leads.ts";

/**
 * What somebody who sees an event is told of who came.
 * @throws {AppError} 404 where they do not see the event
 */
export async function viewAttendance(
  deps: { db: Db; clock: Clock },
  given: { actor: Actor; eventId: string },
): Promise<Attendance> {
  return readTogether(deps.db, async (db) => {
    const now = deps.clock.now();
    const seen = await loadSeenEvent(
      { ...deps, db },
      given.actor,
      given.eventId,
    );
    const { event } = seen;
    const known = await readKnownAttendance(db, event, now);
    const { smallestBreakdown } = await readAudienceSettings(db);
    const viewer = viewerOf(given.actor, seen);
    const counts = countsFor(known, {
      seesNames: viewer.seesNames,
      smallestBreakdown,
    });
    const { state, nextTryAt, problem } = attendanceState({
      event,
      reading: await findReading(db, event.id),
      account: await findAccountOf(db, event),
      sessions: known.sessions.length,
      now,
    });
    return {
      state,
      nextTryAt: nextTryAt?.toISOString() ?? null,
      // Leads can do something about it.
      problem: problem && viewer.leads ? attendanceProblem(problem) : null,
      sessions: known.sessions.map(({ startedAt, endedAt }) => ({
        startedAt: startedAt.toISOString(),
        endedAt: endedAt.toISOString(),
      })),
      unlisted: counts ? known.unlisted : 0,
      counts,
      forLeads: viewer.leads
        ? await viewForLeads(db, {
            actor: given.actor,
            seen,
            known,
            smallestBreakdown,
            now,
          })
        : null,
    };
  });
}

function countsFor(
  { sessions, people }: KnownAttendance,
  viewer: { seesNames: boolean; smallestBreakdown: number },
): Attendance["counts"] {
  if (sessions.length === 0 && !people.some(({ inRoom }) => inRoom))
    return null;
  const counts = countAttendance(people);
  return viewer.seesNames
    ? counts
    : guardCounts(counts, viewer.smallestBreakdown);
}
