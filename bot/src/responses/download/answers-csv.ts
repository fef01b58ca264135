import Papa from "papaparse";
import { Temporal } from "temporal-polyfill";
import type { Answer } from "../../../contract/answer.ts";
import { safeCell } from "../../attendance/download/csv-cell.ts";
import type { AttendeeRow } from "../../db/tables/attendees.ts";
import type { AnswerSource } from "../attendee-response.ts";

/** What a line of the list says of one attendee. */
export type ListedAttendee = Pick<
  AttendeeRow,
  | "display_name"
  | "address"
  | "answer"
  | "answered_at"
  | "answered_in"
  | "invited_at"
  | "list_size"
>;

/** As the tab's buttons say it. */
const answers: Record<Answer, string> = {
  accepted: "Going",
  tentative: "Maybe",
  declined: "Can't go",
  none: "Not answered",
};

const places: Record<AnswerSource, string> = {
  outlook: "Outlook",
  tab: "Teams",
  card: "Card",
};

/** By it Excel knows that what follows is UTF-8. */
const byteOrderMark = "\ufeff";

/** How many people make one piece. */
const pieceSize = 1_000;

/**
 * Who is invited and what they answered, as CSV (RFC 4180), piece by piece. Times are ISO 8601 in the event's zone, which
 * the head of the column names. Every text is quoted, and none can be taken for a formula. Pure.
 *
 * @param timeZone IANA name
 */
export function* answersCsv(
  attendees: readonly ListedAttendee[],
  timeZone: string,
): Generator<string> {
  const head = [
    "Name",
    "Address",
    "Answer",
    `Answered (${timeZone})`,
    "Answered in",
    "Invitation sent",
  ];
  yield byteOrderMark + linesOf([head]);
  for (let start = 0; start < attendees.length; start += pieceSize)
    yield linesOf(
      attendees
        .slice(start, start + pieceSize)
        .map((attendee) => cellsOf(attendee, timeZone)),
    );
}

function cellsOf(
  attendee: ListedAttendee,
  timeZone: string,
): (string | null)[] {
  const { answer, answered_at, answered_in, list_size } = attendee;
  const isList = list_size !== null && answer === "none";
  return [
    safeCell(attendee.display_name),
    safeCell(attendee.address),
    isList ? `Mailing list of about ${list_size}` : answers[answer],
    answered_at && timeIn(timeZone, answered_at),
    answered_in && places[answered_in],
    attendee.invited_at === null ? "No" : "Yes",
  ];
}

/** `2031-12-01T12:03:05+00:00` */
function timeIn(timeZone: string, moment: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime())
    .toZonedDateTimeISO(timeZone)
    .toString({ smallestUnit: "second", timeZoneName: "never" });
}

function linesOf(rows: (string | null)[][]): string {
  return `${Papa.unparse(rows, {
    newline: "\r\n",
    quotes: (cell: unknown) => typeof cell === "string",
    // As in the list of who came: what it misses is seen to by `safeCell`.
    escapeFormulae: true,
  })}\r\n`;
}
