import { randomUUID } from "node:crypto";
import type { Answer } from "../../contract/answer.ts";
import type { Clock } from "../clock.ts";
import { notifyEventChanged, type Db, type Trx } from "../db/database.ts";
import type { AttendeeRow, EventRow } from "../db/schema.ts";
import { lockEvent } from "../events/event-store.ts";
import {
  decidePrecedence,
  type AnswerSource,
  type CurrentAnswer,
} from "./attendee-response.ts";

/** Somebody's answer as it arrived. */
export interface ArrivingAnswer {
  /** Lower case. */
  address: string;
  displayName: string;
  /** Known when the person answered in the product. */
  objectId: string | null;
  answer: Answer;
  answeredAt: Date;
  answeredIn: AnswerSource;
}

/**
 * The one way in which answers are written, wherever they were given: in one transaction, with the
 * event locked, each by the rule of precedence. Returns how many people's answers changed.
 */
export async function recordResponses(
  deps: { db: Db; clock: Clock },
  given: { eventId: string; answers: readonly ArrivingAnswer[] },
): Promise<number> {
  return deps.db.transaction().execute(async (trx) => {
    const event = await lockEvent(trx, given.eventId);
    if (!event || event.cancelled) return 0;
    const rows = await trx
      .selectFrom("attendees")
      .where("event_id", "=", event.id)
      .selectAll()
      .execute();
    const byAddress = new Map(rows.map((row) => [row.address, row]));
    let changed = 0;
    for (const arriving of given.answers) {
      const known = byAddress.get(arriving.address);
      const row = known ?? (await addFromOutlook(trx, deps, event, arriving));
      const recorded = await recordOne(trx, deps, { event, row, arriving });
      if (recorded || !known) changed += 1;
    }
    if (changed > 0) await notifyEventChanged(trx, event.id);
    return changed;
  });
}

/** Somebody whom Outlook lists and we do not: a forwarded invitation, or a member of a list. */
async function addFromOutlook(
  trx: Trx,
  deps: { clock: Clock },
  event: EventRow,
  arriving: ArrivingAnswer,
): Promise<AttendeeRow> {
  return trx
    .insertInto("attendees")
    .values({
      id: randomUUID(),
      event_id: event.id,
      address: arriving.address,
      display_name: arriving.displayName,
      object_id: arriving.objectId,
      source: "outlook",
      invited_at: deps.clock.now(),
      answered_at: null,
      answered_in: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

async function recordOne(
  trx: Trx,
  deps: { clock: Clock },
  given: { event: EventRow; row: AttendeeRow; arriving: ArrivingAnswer },
): Promise<boolean> {
  const { event, row, arriving } = given;
  const decision = decidePrecedence({
    current: currentAnswer(row),
    incoming: arriving,
    scheduleSentAt:
      event.published_schedule_version === event.schedule_version
        ? event.schedule_sent_at
        : null,
  });
  if (!decision.ok) return false;
  await trx
    .insertInto("answers")
    .values({
      attendee_id: row.id,
      answer: decision.answer,
      answered_at: decision.answeredAt,
      answered_in: decision.answeredIn,
      schedule_version: event.schedule_version,
      recorded_at: deps.clock.now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await trx
    .updateTable("attendees")
    .set({
      answer: decision.answer,
      answered_at: decision.answeredAt,
      answered_in: decision.answeredIn,
      ...(row.object_id === null &&
        arriving.objectId !== null && { object_id: arriving.objectId }),
    })
    .where("id", "=", row.id)
    .execute();
  return true;
}

function currentAnswer(row: AttendeeRow): CurrentAnswer {
  return row.answer === "none" || !row.answered_at || !row.answered_in
    ? { answer: "none" }
    : {
        answer: row.answer,
        answeredAt: row.answered_at,
        answeredIn: row.answered_in,
      };
}
