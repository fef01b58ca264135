import type { Undo } from "../../contract/undo.ts";
import type { AttendeeRow, StoodBefore } from "../db/tables/attendees.ts";
import type { EventRow } from "../db/tables/events.ts";
import type { CurrentAnswer } from "./attendee-response.ts";

/** How long an answer given in the product can be taken back, in milliseconds. */
const undoMs = 10 * 60_000;

/** The newest answer of a person that was not taken back. */
export interface NewestAnswer {
  id: string;
  answer: Undo["answer"];
  answered_at: Date;
  answered_in: string;
  schedule_version: number;
  recorded_at: Date;
  stood_before: StoodBefore | null;
}

export type UndoDecision =
  | { ok: true; puts: StoodBefore; until: Date }
  | { ok: false; reason: "otherSchedule" | "answeredAgain" | "tooLate" };

/**
 * Whether a person can take back an answer: only the one that counts, only one given in the product, for some minutes,
 * and while the event has the time that it was for. Then counts what stood before it, with the time at which that was
 * given, so that by the rule of precedence everything is as if the answer had never been. Pure.
 *
 * @param attendee the person as they stand
 * @param newest the answer; null: there is none, or it is another than the one meant
 */
export function decideUndo(given: {
  attendee: Pick<AttendeeRow, "answer" | "answered_at" | "answered_in">;
  event: Pick<EventRow, "schedule_version">;
  newest: NewestAnswer | null;
  now: Date;
}): UndoDecision {
  const { attendee, event, newest, now } = given;
  if (newest === null || newest.stood_before === null)
    return { ok: false, reason: "answeredAgain" };
  if (newest.schedule_version !== event.schedule_version)
    return { ok: false, reason: "otherSchedule" };
  // Whoever was taken off and joined anew has begun anew.
  const counts =
    attendee.answer === newest.answer &&
    attendee.answered_in === newest.answered_in &&
    attendee.answered_at?.getTime() === newest.answered_at.getTime();
  if (!counts) return { ok: false, reason: "answeredAgain" };
  const until = new Date(newest.recorded_at.getTime() + undoMs);
  if (until <= now) return { ok: false, reason: "tooLate" };
  return { ok: true, puts: newest.stood_before, until };
}

/** What counts, as it is kept with the answer that replaces it. */
export function asStoodBefore(current: CurrentAnswer): StoodBefore {
  return current.answer === "none"
    ? current
    : { ...current, answeredAt: current.answeredAt.toISOString() };
}
