import type { Tally } from "../../contract/answer.ts";
import type { AttendeeRow } from "../db/schema.ts";
import { tallyOf } from "./attendee-response.ts";

type CountedRow = Pick<AttendeeRow, "answer" | "source" | "list_size">;

/** Mailing lists of an event in numbers, as the database counts them. */
export interface ListCounts {
  /** Attendees that are lists. */
  lists: number;
  /** About how many people these reach together. */
  about: number;
  /** People whom Outlook added and who answered. */
  members: number;
}

/**
 * The tally of the people on an event. A list is one attendee and nobody knows who is on it, so it is no
 * person who has not answered; members who answer get rows of their own, and who is invited by name as well
 * has that one row.
 */
export function tallyAttendees(rows: readonly CountedRow[]): Tally {
  const isList = ({ answer, list_size }: CountedRow) =>
    list_size !== null && answer === "none";
  const counted = rows.filter((row) => !isList(row));
  return withLists(tallyOf(counted.map(({ answer }) => answer)), {
    lists: rows.filter(({ list_size }) => list_size !== null).length,
    about: rows.reduce((sum, { list_size }) => sum + (list_size ?? 0), 0),
    members: rows.filter(
      ({ answer, source }) => source === "outlook" && answer !== "none",
    ).length,
  });
}

/** A tally of people with what is known of the lists; without lists it stays as it is. */
export function withLists(tally: Tally, counts: ListCounts): Tally {
  const { lists: count, about, members } = counts;
  return count === 0 ? tally : { ...tally, lists: { count, about, members } };
}
