import type { AttendancePerson } from "../../contract/attendance.ts";
import type { Stay, Visit } from "./attendance-facts.ts";

/**
 * How long somebody was in the meeting, over all sessions and devices: who is there twice at a time is there once. Where
 * Teams tells no stays of a record, its seconds count besides. Pure; null: was not there.
 */
export function timeInMeeting(
  visits: readonly Visit[],
): AttendancePerson["inMeeting"] {
  const [first] = visits;
  if (!first) return null;
  const seconds =
    lengthOf(visits.flatMap(({ stays }) => stays)) / 1000 +
    visits
      .filter(({ stays }) => stays.length === 0)
      .reduce((sum, visit) => sum + visit.seconds, 0);
  const firstJoin = Math.min(...visits.map((v) => v.firstJoinAt.getTime()));
  const lastLeave = Math.max(...visits.map((v) => v.lastLeaveAt.getTime()));
  return {
    firstJoinAt: new Date(firstJoin).toISOString(),
    lastLeaveAt: new Date(lastLeave).toISOString(),
    minutes: Math.round(seconds / 60),
  };
}

/** Of the union, in milliseconds. */
function lengthOf(stays: readonly Stay[]): number {
  let length = 0;
  let until = -Infinity;
  const sorted = stays.toSorted((a, b) => a.from.getTime() - b.from.getTime());
  for (const stay of sorted) {
    const from = Math.max(stay.from.getTime(), until);
    const end = stay.until.getTime();
    if (end <= from) continue;
    length += end - from;
    until = end;
  }
  return length;
}
