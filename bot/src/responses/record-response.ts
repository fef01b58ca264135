import { randomUUID } from "node:crypto";
import type { Answer } from "../../contract/answer.ts";
import type { Clock } from "../clock.ts";
import type { Db, Trx } from "../db/database.ts";
import type { AttendeeRow, EventRow } from "../db/schema.ts";
import { eventChanged } from "../events/event-changed.ts";
import { lockEvent } from "../events/event-store.ts";
import type { Enqueue } from "../jobs/job-queue.ts";
import {
  decidePrecedence,
  type AnswerSource,
  type CurrentAnswer,
} from "./attendee-response.ts";
import { joinEvent } from "./join-event.ts";

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
  /** The schedule that the person saw; undefined when the answer's time has to tell. */
  scheduleVersion?: number;
}

/**
 * - `recorded`; `unchanged`: an answer that the rule of precedence does not take
 * - `otherSchedule`: the event has been moved since the person looked
 * - `closed`: the event is cancelled, or gone
 * - `full`: no more people can join
 */
export type ResponseOutcome =
  "recorded" | "unchanged" | "otherSchedule" | "closed" | "full";

interface RecorderDeps {
  db: Db;
  clock: Clock;
  enqueue: Enqueue;
}

/**
 * The one way in which answers are written, wherever they were given: in one transaction, with the event
 * locked, each by the rule of precedence. Answers with one outcome each, in order.
 */
export type RecordResponses = (
  eventId: string,
  answers: readonly ArrivingAnswer[],
) => Promise<ResponseOutcome[]>;

interface Waiting {
  answers: readonly ArrivingAnswer[];
  resolve: (outcomes: ResponseOutcome[]) => void;
  reject: (error: unknown) => void;
}

/**
 * Opens the recorder. Answers that arrive while a transaction of the same event runs wait for it and
 * then share one: a lock that each would wait for is taken once.
 */
export function openResponseRecorder(deps: RecorderDeps): RecordResponses {
  const waitingOf = new Map<string, Waiting[]>();

  async function work(eventId: string): Promise<void> {
    for (;;) {
      const batch = waitingOf.get(eventId)?.splice(0) ?? [];
      if (batch.length === 0) break;
      await recordBatch(eventId, batch);
    }
    waitingOf.delete(eventId);
  }

  async function recordBatch(eventId: string, batch: Waiting[]): Promise<void> {
    try {
      const outcomes = await record(
        deps,
        eventId,
        batch.flatMap(({ answers }) => answers),
      );
      let taken = 0;
      for (const { answers, resolve } of batch) {
        resolve(outcomes.slice(taken, taken + answers.length));
        taken += answers.length;
      }
    } catch (error) {
      // One bad answer must not take the others down.
      if (batch.length > 1)
        for (const one of batch) await recordBatch(eventId, [one]);
      else batch[0]?.reject(error);
    }
  }

  return (eventId, answers) =>
    new Promise((resolve, reject) => {
      const one = { answers, resolve, reject };
      const waiting = waitingOf.get(eventId);
      if (waiting) waiting.push(one);
      else {
        waitingOf.set(eventId, [one]);
        void work(eventId);
      }
    });
}

async function record(
  deps: RecorderDeps,
  eventId: string,
  answers: readonly ArrivingAnswer[],
): Promise<ResponseOutcome[]> {
  return deps.db.transaction().execute(async (trx) => {
    const event = await lockEvent(trx, eventId);
    if (!event || event.cancelled) return answers.map(() => "closed" as const);
    const rows = await trx
      .selectFrom("attendees")
      .where("event_id", "=", event.id)
      .where(
        "address",
        "in",
        answers.map(({ address }) => address),
      )
      .selectAll()
      .execute();
    const byAddress = new Map(rows.map((row) => [row.address, row]));
    const outcomes: ResponseOutcome[] = [];
    let isChanged = false;
    for (const arriving of answers) {
      const { scheduleVersion = event.schedule_version } = arriving;
      if (scheduleVersion !== event.schedule_version) {
        outcomes.push("otherSchedule");
        continue;
      }
      const known = byAddress.get(arriving.address);
      const row = await attendeeOf(trx, deps, { event, known, arriving });
      if (row === "full") {
        outcomes.push("full");
        continue;
      }
      const changed = await recordOne(trx, deps, { event, row, arriving });
      byAddress.set(arriving.address, changed ?? row);
      outcomes.push(changed ? "recorded" : "unchanged");
      isChanged ||= changed !== null || row !== known;
    }
    if (isChanged) await eventChanged(deps, trx, event.id);
    return outcomes;
  });
}

/** The row of whoever answers: people whom Outlook lists and we do not, and those who join, get one. */
async function attendeeOf(
  trx: Trx,
  deps: RecorderDeps,
  given: {
    event: EventRow;
    known: AttendeeRow | undefined;
    arriving: ArrivingAnswer;
  },
): Promise<AttendeeRow | "full"> {
  const { event, known, arriving } = given;
  if (arriving.answeredIn !== "outlook")
    return known?.wanted
      ? known
      : joinEvent(trx, deps, { event, known, person: arriving });
  return known ?? addFromOutlook(trx, deps, event, arriving);
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

/** @returns the row with the new answer; null when the earlier one stays */
async function recordOne(
  trx: Trx,
  deps: { clock: Clock },
  given: { event: EventRow; row: AttendeeRow; arriving: ArrivingAnswer },
): Promise<AttendeeRow | null> {
  const { event, row, arriving } = given;
  const decision = decidePrecedence({
    current: currentAnswer(row),
    incoming: arriving,
    scheduleSentAt:
      event.published_schedule_version === event.schedule_version
        ? event.schedule_sent_at
        : null,
  });
  if (!decision.ok) return null;
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
  const change = {
    answer: decision.answer,
    answered_at: decision.answeredAt,
    answered_in: decision.answeredIn,
    object_id: row.object_id ?? arriving.objectId,
  };
  await trx
    .updateTable("attendees")
    .set(change)
    .where("id", "=", row.id)
    .execute();
  return { ...row, ...change };
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
