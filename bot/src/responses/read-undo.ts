import type { Undo } from "../../contract/undo.ts";
import type { Db } from "../db/database.ts";
import type { AttendeeRow } from "../db/tables/attendees.ts";
import type { EventRow } from "../db/tables/events.ts";
import { decideUndo, type NewestAnswer } from "./answer-undo.ts";

/** What a person can take back of their answer now; null: nothing. Nothing is read of who answered in Outlook, or not at all. */
export async function readUndo(
  db: Db,
  given: {
    own: AttendeeRow | null;
    event: Pick<EventRow, "schedule_version" | "cancelled" | "ends_at">;
    now: Date;
  },
): Promise<Undo | null> {
  const { own, event, now } = given;
  const isAnswered = own?.answered_in === "tab" || own?.answered_in === "card";
  if (!isAnswered || event.cancelled || event.ends_at <= now) return null;
  const newest = await findNewestAnswer(db, own.id);
  const decision = decideUndo({ attendee: own, event, newest, now });
  if (!decision.ok || newest === null) return null;
  return {
    answerId: newest.id,
    answer: newest.answer,
    puts: decision.puts.answer,
    until: decision.until.toISOString(),
  };
}

/** The newest answer of a person that was not taken back. */
export async function findNewestAnswer(
  db: Db,
  attendeeId: string,
): Promise<NewestAnswer | null> {
  const row = await db
    .selectFrom("answers")
    .where("attendee_id", "=", attendeeId)
    .where("taken_back_at", "is", null)
    .select([
      "id",
      "answer",
      "answered_at",
      "answered_in",
      "schedule_version",
      "recorded_at",
      "stood_before",
    ])
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}
