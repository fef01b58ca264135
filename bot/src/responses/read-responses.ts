import { findAccountOf, works } from "../accounts/account-store.ts";
import type { Db } from "../db/database.ts";
import { RetryLater } from "../errors.ts";
import { checkReallyGone } from "../events/find-again.ts";
import { noticeOutlookDeletion } from "../events/notice-outlook-change.ts";
import {
  findWave,
  type EventWave,
  type WaveRef,
} from "../events/wave-store.ts";
import { readCalendarEvent } from "../graph/calendar.ts";
import type { CalendarEvent } from "../graph/calendar-event.ts";
import type { GraphClient, GraphOf } from "../graph/graph-client.ts";
import { GraphFailure } from "../graph/graph-failure.ts";
import type { JobContext } from "../jobs/job-worker.ts";
import { takeReadTurn } from "./read-pace.ts";
import {
  isBeingSent,
  takeCalendarEvent,
  type TakeDeps,
} from "./take-calendar-event.ts";

interface ReadDeps extends TakeDeps {
  db: Db;
  graphOf: GraphOf;
}

/** Wait for a publication under way, in milliseconds. */
export const beingSentRetryMs = 1000;

/** Pause after a row of tries that Graph did not answer, in milliseconds; then they begin anew: no answer is given up. */
const outagePauseMs = 300_000;

/**
 * The job that reads the organizer's copy of a wave, which collects the answers, and records them.
 * Outlook is the authority: whatever notifications were doubled, late or lost, one read catches up. Many
 * answers in a short time share a read: an event is read twice a second at most.
 */
export async function readResponses(
  deps: ReadDeps,
  payload: WaveRef,
  context: Pick<JobContext, "isLastAttempt">,
): Promise<void> {
  const event = await findWave(deps.db, payload);
  if (!event || event.cancelled || event.attempted_version === null) return;
  const account = await findAccountOf(deps.db, event);
  // When the account works again, every event is read.
  if (!account || !works(account)) return;
  if (isBeingSent(event))
    throw new RetryLater({
      message: "the invitation is on its way, its answers count after that",
      retryAfterMs: beingSentRetryMs,
    });
  if (event.graph_event_id === null) return;
  const turn = await takeReadTurn(deps.db, payload);
  if (!turn.taken)
    throw new RetryLater({
      message: "the event was read a moment ago",
      retryAfterMs: turn.waitMs,
    });
  const { begunAt } = turn;
  const calendarEvent = await read(
    deps.graphOf(account.id, { urgency: "usual", share: event.group_id }),
    event,
  ).catch((error: unknown) => {
    // When the account works again, every event is read.
    if (error instanceof GraphFailure && error.kind === "account") return null;
    const isOutage =
      error instanceof GraphFailure &&
      error.kind === "retryable" &&
      context.isLastAttempt;
    if (
      isOutage ||
      (error instanceof GraphFailure && error.retryAfterMs !== null)
    )
      throw new RetryLater({
        message: "Outlook is busy",
        retryAfterMs: error.retryAfterMs ?? outagePauseMs,
        cause: error,
      });
    throw error;
  });
  if (calendarEvent === "gone")
    await noticeOutlookDeletion(deps, {
      ...payload,
      graphEventId: event.graph_event_id,
    });
  else if (calendarEvent)
    await takeCalendarEvent(deps, { event, account, calendarEvent, begunAt });
}

async function read(
  graph: GraphClient,
  event: EventWave,
): Promise<CalendarEvent | "gone"> {
  try {
    return await readCalendarEvent(graph, event.graph_event_id ?? "");
  } catch (error) {
    if (!(error instanceof GraphFailure && error.kind === "gone")) throw error;
    await checkReallyGone(graph, event);
    return "gone";
  }
}
