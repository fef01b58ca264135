import type { Attendance } from "../../contract/attendance.ts";
import type { Actor } from "../access/actor.ts";
import { findAccountOf } from "../accounts/account-store.ts";
import { readAudienceSettings } from "../audience/audience-settings.ts";
import type { Clock } from "../clock.ts";
import { readTogether, type Db } from "../db/database.ts";
import type { EventRow } from "../db/tables/events.ts";
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
import { countTotals } from "./totals/count-totals.ts";
import {
  isKnown,
  sameTotals,
  totalsOf,
  type Totals,
} from "./totals/totals-of.ts";
import { viewForLeads } from "./view-for-leads.ts";

/**
 * What somebody who sees an event is told of who came. Rosters, answers and rules of matching change without a word to
 * the totals; where these differ from what is seen here, they are counted again.
 * @throws {AppError} 404 where they do not see the event
 */
export async function viewAttendance(
  deps: { db: Db; clock: Clock },
  given: { actor: Actor; eventId: string },
): Promise<Attendance> {
  const now = deps.clock.now();
  const { view, isCounted } = await readTogether(deps.db, async (db) => {
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
    const view: Attendance = {
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
    return { view, isCounted: await agrees(db, event, totalsOf(known)) };
  });
  if (!isCounted)
    await deps.db
      .transaction()
      .execute((trx) => countTotals(trx, given.eventId, now));
  return view;
}

/** Whether the totals that are kept say the same. */
async function agrees(
  db: Db,
  event: Pick<EventRow, "id">,
  totals: Totals,
): Promise<boolean> {
  const kept = await db
    .selectFrom("attendance_totals as totals")
    .innerJoin("scheduled_events as event", "event.id", "totals.event_id")
    .where("totals.event_id", "=", event.id)
    .selectAll("totals")
    .select((of) =>
      of("totals.for_end", "=", of.ref("event.ends_at")).as("is_of_this_time"),
    )
    .executeTakeFirst();
  if (!kept) return totals.came === null;
  return Boolean(kept.is_of_this_time) && sameTotals(kept, totals);
}

function countsFor(
  known: KnownAttendance,
  viewer: { seesNames: boolean; smallestBreakdown: number },
): Attendance["counts"] {
  if (!isKnown(known)) return null;
  const counts = countAttendance(known.people);
  return viewer.seesNames
    ? counts
    : guardCounts(counts, viewer.smallestBreakdown);
}
