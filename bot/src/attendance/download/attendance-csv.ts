import Papa from "papaparse";
import { Temporal } from "temporal-polyfill";
import type {
  AnswerBefore,
  AttendancePerson,
} from "../../../contract/attendance.ts";
import { safeCell } from "./csv-cell.ts";

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

/** By it Excel knows that what follows is UTF-8. */
const byteOrderMark = "\ufeff";

/** How many people make one piece. */
const pieceSize = 1_000;

/**
 * Who came and who did not, as CSV (RFC 4180: commas, quotes, CR and LF), piece by piece. Times are ISO 8601 in the
 * event's zone, which the head of the column names. Every text is quoted, and none can be taken for a formula. Pure.
 *
 * @param timeZone IANA name
 */
export function* attendanceCsv(
  people: readonly ListedPerson[],
  timeZone: string,
): Generator<string> {
  yield byteOrderMark + linesOf([headOf(timeZone)]);
  for (let start = 0; start < people.length; start += pieceSize)
    yield linesOf(
      people
        .slice(start, start + pieceSize)
        .map((person) => cellsOf(person, timeZone)),
    );
}

type Cell = string | number | null;

function headOf(timeZone: string): string[] {
  return [
    "Name",
    "Address",
    "Answer",
    "In the meeting",
    `First join (${timeZone})`,
    `Last leave (${timeZone})`,
    "Minutes",
    "In the room",
  ];
}

function cellsOf(person: ListedPerson, timeZone: string): Cell[] {
  const { inMeeting } = person;
  return [
    safeCell(person.displayName),
    safeCell(person.address ?? ""),
    answers[person.answer],
    yesOrNo(inMeeting !== null),
    inMeeting && timeIn(timeZone, inMeeting.firstJoinAt),
    inMeeting && timeIn(timeZone, inMeeting.lastLeaveAt),
    inMeeting && inMeeting.minutes,
    yesOrNo(person.inRoom),
  ];
}

function yesOrNo(value: boolean): string {
  return value ? "Yes" : "No";
}

/** `2031-12-01T12:03:05+00:00` */
function timeIn(timeZone: string, instant: string): string {
  return Temporal.Instant.from(instant)
    .toZonedDateTimeISO(timeZone)
    .toString({ smallestUnit: "second", timeZoneName: "never" });
}

function linesOf(rows: Cell[][]): string {
  return `${Papa.unparse(rows, {
    newline: "\r\n",
    quotes: (cell: unknown) => typeof cell === "string",
    // Nothing is left for it to find: what it misses (a line break behind the sign) is seen to by `safeCell`.
    escapeFormulae: true,
  })}\r\n`;
}
