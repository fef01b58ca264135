import type { Actor } from "../access/actor.ts";
import type { Clock } from "../clock.ts";
import type { Db, Trx } from "../db/database.ts";
import type { AttendeeRow, StoodBefore } from "../db/tables/attendees.ts";
import { AppError, notFound } from "../errors.ts";
import { eventChanged } from "../events/event-changed.ts";
import { lockEvent, type EventWithWaves } from "../events/event-store.ts";
import { loadSeenEvent } from "../events/load-seen-event.ts";
import { refOf } from "../events/wave-store.ts";
import type { Enqueue } from "../jobs/job-queue.ts";
import { decideUndo, type UndoDecision } from "./answer-undo.ts";
import { checkMayAnswer } from "./give-answer.ts";
import { findNewestAnswer } from "./read-undo.ts";

interface TakeBackDeps {
  db: Db;
  clock: Clock;
  enqueue: Enqueue;
}

/**
 * Takes back the actor's own answer, in one transaction with the event locked: what stood before it counts again, be it
 * no answer. What Outlook has collected meanwhile is read once more, for an answer given there before this one was
 * passed over as older. Once it is done, doing it again changes nothing.
 * @throws {AppError} when it cannot be taken back (any more)
 */
export async function takeBackAnswer(
  deps: TakeBackDeps,
  given: { actor: Actor; eventId: string; answerId: string },
): Promise<void> {
  const { actor, eventId, answerId } = given;
  const seen = await loadSeenEvent(deps, actor, eventId);
  checkMayAnswer(actor, seen);
  const { own } = seen;
  if (own === null) throw answeredAgain();
  const now = deps.clock.now();
  await deps.db.transaction().execute(async (trx) => {
    const event = await lockEvent(trx, eventId);
    if (!event) throw notFound("event");
    const attendee = await readAttendee(trx, own.id);
    if (await isTakenBack(trx, { attendeeId: own.id, answerId })) return;
    const newest = await findNewestAnswer(trx, own.id);
    const decision = decideUndo({
      attendee,
      event,
      newest: newest?.id === answerId ? newest : null,
      now,
    });
    if (!decision.ok) throw refusal(decision.reason);
    await putBack(trx, attendee, decision.puts);
    await trx
      .updateTable("answers")
      .set({ taken_back_at: now })
      .where("id", "=", answerId)
      .execute();
    await readOutlookAgain(trx, deps, { event, attendee });
    await eventChanged(deps, trx, eventId);
  });
}

async function readAttendee(trx: Trx, id: string): Promise<AttendeeRow> {
  const row = await trx
    .selectFrom("attendees")
    .where("id", "=", id)
    .where("wanted", "=", true)
    .selectAll()
    .executeTakeFirst();
  if (!row) throw answeredAgain();
  return row;
}

async function isTakenBack(
  trx: Trx,
  { attendeeId, answerId }: { attendeeId: string; answerId: string },
): Promise<boolean> {
  const row = await trx
    .selectFrom("answers")
    .where("id", "=", answerId)
    .where("attendee_id", "=", attendeeId)
    .where("taken_back_at", "is not", null)
    .select("id")
    .executeTakeFirst();
  return row !== undefined;
}

async function putBack(
  trx: Trx,
  { id }: AttendeeRow,
  puts: StoodBefore,
): Promise<void> {
  await trx
    .updateTable("attendees")
    .set(
      puts.answer === "none"
        ? { answer: "none", answered_at: null, answered_in: null }
        : {
            answer: puts.answer,
            answered_at: new Date(puts.answeredAt),
            answered_in: puts.answeredIn,
          },
    )
    .where("id", "=", id)
    .execute();
}

async function readOutlookAgain(
  trx: Trx,
  deps: TakeBackDeps,
  { event, attendee }: { event: EventWithWaves; attendee: AttendeeRow },
): Promise<void> {
  const wave = event.waves.find(({ number }) => number === attendee.wave);
  if (!wave || wave.graph_event_id === null) return;
  await deps.enqueue(trx, "responses.read", refOf(wave));
}

const answeredAgain = () =>
  new AppError({
    code: "answeredAgain",
    status: 409,
    message:
      "Another answer of yours counts by now, so there is nothing to take back. Choose the answer that you want.",
  });

function refusal(
  reason: Extract<UndoDecision, { ok: false }>["reason"],
): AppError {
  switch (reason) {
    case "answeredAgain":
      return answeredAgain();
    case "otherSchedule":
      return new AppError({
        code: "eventMoved",
        status: 409,
        message:
          "The event has been moved since, so this answer does not count any more. Look at the new time and answer again.",
      });
    case "tooLate":
      return new AppError({
        code: "undoTooLate",
        status: 409,
        message:
          "This answer was given more than ten minutes ago, so it is not taken back any more. Choose another answer instead.",
      });
  }
}
