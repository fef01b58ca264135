import type { GivenAnswer } from "../../contract/answer.ts";
import type { Db } from "../db/database.ts";
import type { AttendeeRow } from "../db/tables/attendees.ts";
import type { EventRow } from "../db/tables/events.ts";

/**
 * What people who have not answered the event's present time had answered to the earlier one, by attendee.
 * Nothing is read of an event that was never moved.
 */
export async function readEarlierAnswers(
  db: Db,
  event: Pick<EventRow, "id" | "schedule_version">,
): Promise<Map<string, GivenAnswer>> {
  if (event.schedule_version === 1) return new Map();
  const rows = await db
    .selectFrom("answers")
    .innerJoin("attendees", "attendees.id", "answers.attendee_id")
    .where("attendees.event_id", "=", event.id)
    .where("attendees.answer", "=", "none")
    .where("answers.schedule_version", "<", event.schedule_version)
    .where("answers.taken_back_at", "is", null)
    .distinctOn("attendee_id")
    .orderBy("attendee_id")
    .orderBy("answers.id", "desc")
    .select(["attendee_id", "answers.answer"])
    .execute();
  return new Map(rows.map((row) => [row.attendee_id, row.answer]));
}

/** The same of one person; null: none, or they have answered again. */
export async function readOwnEarlierAnswer(
  db: Db,
  given: {
    own: Pick<AttendeeRow, "id" | "answer"> | null;
    scheduleVersion: number;
  },
): Promise<GivenAnswer | null> {
  const { own, scheduleVersion } = given;
  if (own === null || own.answer !== "none" || scheduleVersion === 1)
    return null;
  const row = await db
    .selectFrom("answers")
    .where("attendee_id", "=", own.id)
    .where("schedule_version", "<", scheduleVersion)
    .where("taken_back_at", "is", null)
    .orderBy("id", "desc")
    .limit(1)
    .select("answer")
    .executeTakeFirst();
  return row?.answer ?? null;
}
