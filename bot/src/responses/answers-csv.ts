import type { Answer } from "../../contract/answer.ts";
import type { AttendeeRow } from "../db/tables/attendees.ts";
import { csvPieces, momentCell, type CsvCell } from "../downloads/csv.ts";
import { safeCell } from "../downloads/csv-cell.ts";
import type { AnswerSource } from "./attendee-response.ts";

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

/**
 * Who is invited and what they answered, as CSV, piece by piece. Times are those of the event's zone, which the head of
 * the column names. No text can be taken for a formula. Pure.
 *
 * @param timeZone IANA name
 */
export function answersCsv(
  attendees: readonly ListedAttendee[],
  timeZone: string,
): Iterable<string> {
  const head = [
    "Name",
    "Address",
    "Answer",
    `Answered (${timeZone})`,
    "Answered in",
    "Invitation sent",
  ];
  return csvPieces(head, attendees, (attendee) => cellsOf(attendee, timeZone));
}

function cellsOf(attendee: ListedAttendee, timeZone: string): CsvCell[] {
  const { answer, answered_at, answered_in, list_size } = attendee;
  const isList = list_size !== null && answer === "none";
  return [
    safeCell(attendee.display_name),
    safeCell(attendee.address),
    isList ? `Mailing list of about ${list_size}` : answers[answer],
    answered_at && momentCell(timeZone, answered_at),
    answered_in && places[answered_in],
    attendee.invited_at === null ? "No" : "Yes",
  ];
}
