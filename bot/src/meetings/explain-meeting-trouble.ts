import type { Clock } from "../clock.ts";
import type { Db } from "../db/database.ts";
import type { EventMeetingRow } from "../db/tables/cards-and-meetings.ts";
import { RetryLater } from "../errors.ts";
import { GraphFailure } from "../graph/graph-failure.ts";
import type { JobContext } from "../jobs/job-worker.ts";
import { changeMeeting } from "./meeting-store.ts";
import { meetingTrouble } from "./meeting-trouble.ts";

/** Pause after a row of tries that Teams did not answer, in milliseconds. */
const outagePauseMs = 60_000;

/** Pause after a row of tries that did not find the meeting, in milliseconds. */
const notFoundPauseMs = 3_600_000;

/** Waits or tries again, and tells the lead. */
export async function explainMeetingTrouble(
  deps: { db: Db; clock: Clock },
  given: { error: unknown; row: EventMeetingRow; context: JobContext },
): Promise<void> {
  const { db, clock } = deps;
  const { error, row, context } = given;
  const trouble = meetingTrouble(error);
  if (trouble.kind === "wait") return;
  const { problem, afterMs } = trouble;
  const lost = isGone(error) ? forgotten : {};
  if (trouble.kind === "later") {
    context.log.warn({ err: error }, "this meeting cannot be set up");
    return changeMeeting(db, row, {
      problem,
      next_try_at: after(clock, trouble.afterMs),
    });
  }
  if (problem === "notFound" && context.isLastAttempt)
    return changeMeeting(db, row, {
      ...lost,
      problem,
      next_try_at: after(clock, notFoundPauseMs),
    });
  // Until a row of tries has failed, it is on its way.
  const shown = problem === "notFound" ? "delayed" : problem;
  await changeMeeting(db, row, { ...lost, problem: shown, next_try_at: null });
  if (afterMs === null && !context.isLastAttempt) throw error;
  throw new RetryLater({
    message: "Teams did not answer about a meeting",
    retryAfterMs: afterMs ?? outagePauseMs,
    cause: error,
  });
}

function isGone(error: unknown): boolean {
  return error instanceof GraphFailure && error.kind === "gone";
}

/** It is looked up anew by its link; who may have the role there is still known. */
const forgotten = {
  online_meeting_id: null,
  coorganizers: null,
  lobby: null,
  chat: null,
};

/** A moment so many milliseconds from now. */
export function after(clock: Clock, ms: number): Date {
  return new Date(clock.now().getTime() + ms);
}
