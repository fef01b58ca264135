import { sql } from "kysely";
import type { Tally } from "../../contract/answer.ts";
import type { AttendeeRow } from "../db/tables/attendees.ts";
import { tallyOf } from "./attendee-response.ts";

type CountedRow = Pick<
  AttendeeRow,
  "address" | "answer" | "display_name" | "list_size" | "object_id" | "source"
>;

/** Mailing lists of an event in numbers, as the database counts them. */
export interface ListCounts {
  /** Attendees that are lists. */
  lists: number;
  /** About how many people these reach together. */
  about: number;
  /** People whom Outlook added and who answered. */
  members: number;
  /** The name of one that an admin named; null: none is named. */
  name: string | null;
}

/**
 * The same name in SQL, over attendees. A list that nobody named has its address for a name; and where a lead takes
 * a person for a list, nobody else may read who it is.
 */
export const listNameInSql = sql<string | null>`
  min(display_name) filter (where list_size is not null and object_id is null and display_name <> address)
`;

/**
 * The tally of the people on an event. A list is one attendee and nobody knows who is on it, so it is no
 * person who has not answered; members who answer get rows of their own, and who is invited by name as well
 * has that one row.
 */
export function tallyAttendees(rows: readonly CountedRow[]): Tally {
  const isList = ({ answer, list_size }: CountedRow) =>
    list_size !== null && answer === "none";
  const counted = rows.filter((row) => !isList(row));
  const named = rows.find(
    ({ list_size, object_id, display_name, address }) =>
      list_size !== null && object_id === null && display_name !== address,
  );
  return withLists(tallyOf(counted.map(({ answer }) => answer)), {
    lists: rows.filter(({ list_size }) => list_size !== null).length,
    about: rows.reduce((sum, { list_size }) => sum + (list_size ?? 0), 0),
    members: rows.filter(
      ({ answer, source }) => source === "outlook" && answer !== "none",
    ).length,
    name: named?.display_name ?? null,
  });
}

/** A tally of people with what is known of the lists; without lists it stays as it is. */
export function withLists(tally: Tally, counts: ListCounts): Tally {
  const { lists: count, about, members, name } = counts;
  if (count === 0) return tally;
  const isNamed = count === 1 && name !== null;
  return {
    ...tally,
    lists: { count, about, members, ...(isNamed && { name }) },
  };
}
