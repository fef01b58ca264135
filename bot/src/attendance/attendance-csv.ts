import type {
  AnswerBefore,
  AttendancePerson,
} from "../../contract/attendance.ts";
import { csvPieces, momentCell, type CsvCell } from "../downloads/csv.ts";
import { safeCell } from "../downloads/csv-cell.ts";

/** What a line of the list says of one person. */
export type ListedPerson = Omit<AttendancePerson, "key" | "kind">;

/** What people had answered, as the list has it; the tab's buttons say the same. */
const answers: Record<AnswerBefore, string> = {
  accepted: "Going",
  tentative: "Maybe",
  declined: "Can't go",
  none: "Not answered",
  notInvited: "Not invited",
};

/**
 * Who came and who did not, as CSV, piece by piece. Times are those of the event's zone, which the head of the column
 * names. No text can be taken for a formula. Pure.
 *
 * @param timeZone IANA name
 */
export function attendanceCsv(
  people: readonly ListedPerson[],
  timeZone: string,
): Iterable<string> {
  const head = [
    "Name",
    "Address",
    "Answer",
    "In the meeting",
    `First join (${timeZone})`,
    `Last leave (${timeZone})`,
    "Minutes",
    "In the room",
  ];
  return csvPieces(head, people, (person) => cellsOf(person, timeZone));
}

function cellsOf(person: ListedPerson, timeZone: string): CsvCell[] {
  const { inMeeting } = person;
  const moment = (instant: string) => momentCell(timeZone, new Date(instant));
  return [
    safeCell(person.displayName),
    safeCell(person.address ?? ""),
    answers[person.answer],
    yesOrNo(inMeeting !== null),
    inMeeting && moment(inMeeting.firstJoinAt),
    inMeeting && moment(inMeeting.lastLeaveAt),
    inMeeting && inMeeting.minutes,
    yesOrNo(person.inRoom),
  ];
}

function yesOrNo(value: boolean): string {
  return value ? "Yes" : "No";
}
