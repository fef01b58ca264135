import type { Attendance } from "../../../../../bot/contract/attendance.ts";
import { nearTime } from "../../../time/when-sentence.ts";

interface AttendanceStanding {
  intent: "info" | "warning";
  sentence: string;
  /** What helps, and who can do it. */
  cure: string | null;
}

interface Seen {
  now: Date;
  reader: { locale: string; timeZone: string };
  /** Whether the event has a Teams meeting. */
  isOnline: boolean;
}

/** How far the reading is, and what keeps it; null: nothing has to be said but the numbers. */
export function attendanceStanding(
  attendance: Pick<
    Attendance,
    "state" | "problem" | "nextTryAt" | "counts" | "forLeads"
  >,
  seen: Seen,
): AttendanceStanding | null {
  const { state, problem, nextTryAt } = attendance;
  if (state === "notYet") {
    const later = seen.isOnline
      ? " Who is in the Teams meeting is read from Teams by itself, after its end."
      : "";
    return {
      intent: "info",
      sentence: `Tick off who is in the room.${later}`,
      cure: null,
    };
  }
  if (problem === null) {
    if (state === "read") return null;
    // Why is told to leads alone.
    if (state === "none") return attendance.counts === null ? unknown : null;
  }
  const next = nextTryAt === null ? null : nextTrySentence(nextTryAt, seen);
  const sentence = problem?.sentence ?? "Teams has no report yet.";
  const isCalm =
    problem === null ||
    problem.code === "noReportYet" ||
    problem.code === "noMeeting";
  return {
    intent: isCalm ? "info" : "warning",
    sentence: next === null ? sentence : `${sentence} ${next}`,
    // What helps is a lead's to see to.
    cure: attendance.forLeads === null ? null : (problem?.cure ?? null),
  };
}

const unknown: AttendanceStanding = {
  intent: "info",
  sentence: "How many came is not known.",
  cure: null,
};

function nextTrySentence(nextTryAt: string, { now, reader }: Seen): string {
  return Date.parse(nextTryAt) <= now.getTime()
    ? "The next try begins in a moment."
    : `Next try at ${nearTime(nextTryAt, reader, now)}.`;
}

/** From which reports the numbers are, and whether they may still grow; null: from none. */
export function reportsSentence(
  {
    sessions,
    nextTryAt,
    state,
  }: Pick<Attendance, "sessions" | "nextTryAt" | "state">,
  { now, reader }: Pick<Seen, "now" | "reader">,
): string | null {
  const [first] = sessions;
  if (first === undefined) return null;
  const time = (at: string) => nearTime(at, reader, new Date(first.startedAt));
  const spans = sessions.map(
    ({ startedAt, endedAt }) => `${time(startedAt)} – ${time(endedAt)}`,
  );
  const from =
    spans.length === 1
      ? `From Teams’ report of the meeting, ${spans.join()}.`
      : `From Teams’ reports of the meeting, which ran ${spans.length === 2 ? "twice" : `${spans.length} times`}: ${spans.join(", ")}.`;
  return state === "read" && nextTryAt !== null
    ? `${from} The next look for further reports is at ${nearTime(nextTryAt, reader, now)}.`
    : from;
}
