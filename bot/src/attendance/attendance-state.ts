import type {
  AttendanceProblem,
  AttendanceState,
} from "../../contract/attendance.ts";
import type { ServiceAccountRow } from "../db/tables/accounts.ts";
import type { AttendanceReadingRow } from "../db/tables/attendance.ts";
import type { EventRow } from "../db/tables/events.ts";
import { works } from "../accounts/account-store.ts";
import { firstTryMs } from "./plan-tries.ts";
import { permissionProblems } from "./resume-attendance.ts";

interface ReadingState {
  state: AttendanceState;
  nextTryAt: Date | null;
  problem: AttendanceProblem["code"] | null;
}

/** How far the reading of an event's attendance is, as people are told. Pure. */
export function attendanceState(given: {
  event: Pick<
    EventRow,
    "cancelled" | "ends_at" | "is_online" | "join_url" | "meeting_state"
  >;
  /** Of the event's present time and meeting; null: there was no try yet. */
  reading: Pick<AttendanceReadingRow, "next_try_at" | "problem"> | null;
  account: Pick<ServiceAccountRow, "state"> | null;
  /** How many sessions are known. */
  sessions: number;
  now: Date;
}): ReadingState {
  const { event, reading, sessions, now } = given;
  if (event.ends_at > now)
    return { state: "notYet", nextTryAt: null, problem: null };
  if (event.cancelled) return { state: "none", nextTryAt: null, problem: null };
  if (event.join_url === null) return withoutMeeting(given);
  const nextTryAt = reading ? reading.next_try_at : firstTryOf(event, now);
  const problem = reading?.problem ?? null;
  const waits = nextTryAt !== null || waitsForSomebody(problem);
  return {
    state: sessions > 0 ? "read" : waits ? "waiting" : "none",
    nextTryAt,
    problem: sessions > 0 && problem === "noReport" ? null : problem,
  };
}

function firstTryOf({ ends_at }: Pick<EventRow, "ends_at">, now: Date): Date {
  return new Date(Math.max(ends_at.getTime() + firstTryMs, now.getTime()));
}

/** It goes on when they have put it right, whenever that is. */
function waitsForSomebody(problem: ReadingState["problem"]): boolean {
  const theirs: readonly (typeof problem)[] = [
    ...permissionProblems,
    "accountBroken",
  ];
  return theirs.includes(problem);
}

function withoutMeeting(
  given: Parameters<typeof attendanceState>[0],
): ReadingState {
  const { event, account } = given;
  // An event that has not been sent yet has its meeting still to come.
  const waits =
    event.is_online && event.meeting_state === "pending" && !works(account);
  return {
    state: waits ? "waiting" : "none",
    nextTryAt: null,
    problem: waits
      ? "accountBroken"
      : event.is_online && event.meeting_state === "missing"
        ? "licenceMissing"
        : "noMeeting",
  };
}
