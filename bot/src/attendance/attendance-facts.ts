import type { Answer } from "../../contract/answer.ts";
import type { AttendanceVisitRow } from "../db/tables/attendance.ts";
import type { AttendeeRow } from "../db/tables/attendees.ts";

/** Somebody, or one device of somebody's, in one session of the Teams meeting: a record of its report. */
export interface Visit {
  /** Tells it from all others of the event. */
  id: string;
  objectId: string | null;
  /** Lower case. */
  address: string | null;
  /** Empty where Teams told none. */
  displayName: string;
  kind: AttendanceVisitRow["kind"];
  seconds: number;
  firstJoinAt: Date;
  lastLeaveAt: Date;
  /** From joining to leaving; none where Teams told no more than the seconds. */
  stays: readonly Stay[];
}

export interface Stay {
  from: Date;
  until: Date;
}

/** One of those whom an event invites by name, or who joined it by answering. */
export interface Invited {
  /** Of the row in `attendees`. */
  id: string;
  objectId: string | null;
  /** Lower case. */
  address: string;
  displayName: string;
  answer: Answer;
}

/** Somebody whom a lead ticked off in the room. */
export interface Tick {
  /** Tells it from all others of the event. */
  id: string;
  /** Of the row in `attendees`, which counts while the event invites them; null: was not invited. */
  attendeeId: string | null;
  /** By the rest they are told otherwise; two who are known by no more than the same name are one. */
  objectId: string | null;
  /** Lower case. */
  address: string | null;
  displayName: string;
  /** What they were in a report when they were ticked off; null: they were in none. */
  kind: Visit["kind"] | null;
}

/** What the directory's people, as far as rosters know them, are called: mail address and sign-in name. */
export interface KnownPerson {
  objectId: string;
  displayName: string;
  /** Lower case. */
  addresses: readonly string[];
}

/** Everything of which attendance is made. */
export interface AttendanceFacts {
  visits: readonly Visit[];
  invited: readonly Invited[];
  ticks: readonly Tick[];
  /** Of those above: whom rosters know. */
  known: readonly KnownPerson[];
  /** The service account, which organizes the meeting and never counts as somebody who came; null: it is not known. */
  organizer: { objectId: string; addresses: readonly string[] } | null;
}

/** Whom an event invites: a list is nobody, as far as nobody has answered in its name. Pure. */
export function invitedOf(
  attendees: readonly Pick<
    AttendeeRow,
    | "id"
    | "object_id"
    | "address"
    | "display_name"
    | "answer"
    | "wanted"
    | "list_size"
  >[],
): Invited[] {
  return attendees
    .filter(
      ({ wanted, list_size, answer }) =>
        wanted && (list_size === null || answer !== "none"),
    )
    .map((row) => ({
      id: row.id,
      objectId: row.object_id,
      address: row.address,
      displayName: row.display_name,
      answer: row.answer,
    }));
}
