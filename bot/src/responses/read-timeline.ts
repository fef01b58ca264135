import { sql } from "kysely";
import type { GivenAnswer } from "../../contract/answer.ts";
import {
  timelinePageSize,
  type Timeline,
  type TimelineEntry,
} from "../../contract/timeline.ts";
import type { Db } from "../db/database.ts";
import type { AnswerSource } from "./attendee-response.ts";

interface TimelineRow {
  id: string;
  address: string;
  display_name: string;
  answer: GivenAnswer;
  replaced: GivenAnswer | null;
  answered_at: Date;
  answered_in: AnswerSource;
  is_void: boolean;
  is_taken_back: boolean;
}

/**
 * The answers to an event as they came, the newest first, of people who are still invited. Their ids grow
 * in the order in which they became visible: answers to one event are written under its lock.
 */
export async function readTimeline(
  db: Db,
  given: {
    eventId: string;
    /** Only answers that came before this one. */
    before?: string | null;
    /** Only answers that say this. */
    answer?: GivenAnswer | null;
  },
): Promise<Timeline> {
  const { eventId, before = null, answer = null } = given;
  // Materialized: from the newest answer of all events on, the way to those of an old one would be long.
  const { rows } = await sql<TimelineRow>`
    with of_event as materialized (
      select answers.*, attendees.address, attendees.display_name
      from attendees join answers on answers.attendee_id = attendees.id
      where attendees.event_id = ${eventId} and attendees.wanted
    )
    select of_event.id, address, display_name, answer, answered_at, answered_in,
      of_event.schedule_version < event.schedule_version as is_void,
      of_event.taken_back_at is not null as is_taken_back,
      (
        select earlier.answer from answers earlier
        where earlier.attendee_id = of_event.attendee_id
          and earlier.schedule_version = of_event.schedule_version
          and earlier.id < of_event.id
          and earlier.taken_back_at is null
        order by earlier.id desc limit 1
      ) as replaced
    from of_event join scheduled_events event on event.id = ${eventId}
    where (${before}::bigint is null or of_event.id < ${before}::bigint)
      and (${answer}::text is null or answer = ${answer}::text)
    order by of_event.id desc
    limit ${timelinePageSize + 1}
  `.execute(db);
  const page = rows.slice(0, timelinePageSize);
  return {
    answers: page.map(asEntry),
    nextCursor:
      rows.length > timelinePageSize ? (page.at(-1)?.id ?? null) : null,
  };
}

function asEntry(row: TimelineRow): TimelineEntry {
  return {
    id: row.id,
    address: row.address,
    displayName: row.display_name,
    answer: row.answer,
    replaced: row.replaced,
    answeredAt: row.answered_at.toISOString(),
    answeredIn: row.answered_in,
    isVoid: row.is_void,
    isTakenBack: row.is_taken_back,
  };
}
