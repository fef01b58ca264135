import type { AttendanceTotalsRow } from "../../db/tables/attendance.ts";
import { countAttendance } from "../count-attendance.ts";
import type { KnownAttendance } from "../known-attendance.ts";

/** What is kept of an event's attendance in numbers; null together where nothing is known. */
export type Totals = Omit<
  AttendanceTotalsRow,
  "event_id" | "for_end" | "counted_at"
>;

const unknown: Totals = {
  came: null,
  in_meeting: null,
  in_room: null,
  came_without_answer: null,
  did_not_come: null,
  unlisted: null,
};

export function totalsOf(known: KnownAttendance): Totals {
  if (!isKnown(known)) return unknown;
  const { came, breakdown } = countAttendance(known.people);
  return {
    came,
    in_meeting: breakdown.inMeeting,
    in_room: breakdown.inRoom,
    came_without_answer: breakdown.cameWithoutAnswer,
    did_not_come: breakdown.didNotCome,
    unlisted: known.unlisted,
  };
}

/** Whether anything tells who came: a session of the meeting, or somebody in the room. */
export function isKnown({ sessions, people }: KnownAttendance): boolean {
  return sessions.length > 0 || people.some(({ inRoom }) => inRoom);
}

export function sameTotals(one: Totals, other: Totals): boolean {
  const names = Object.keys(unknown) as (keyof Totals)[];
  return names.every((name) => one[name] === other[name]);
}
