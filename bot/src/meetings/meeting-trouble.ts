import type { MeetingProblem } from "../db/tables/cards-and-meetings.ts";
import { GraphFailure } from "../graph/graph-failure.ts";

/**
 * What a failure means for a meeting that is being set up; the event itself goes on.
 *
 * - `wait`: the account is being repaired; what waits is enqueued then
 * - `later`: the sweep tries again after that time
 * - `again`: soon, by this job; `afterMs` where Microsoft named a time
 */
export type MeetingTrouble =
  | { kind: "wait" }
  | { kind: "later"; problem: MeetingProblem; afterMs: number }
  | { kind: "again"; problem: MeetingProblem; afterMs: number | null };

/** Until a permission may have been granted, in milliseconds. */
export const permissionPauseMs = 5 * 60_000;

/** Until Teams may know better, in milliseconds. */
const refusalPauseMs = 6 * 3_600_000;

/** The meeting that an event's link names was not found (any more). */
export class MeetingNotFound extends Error {
  override readonly name = "MeetingNotFound";
}

/** Lobby and chat are set, and Teams does not take the co-organizers. */
export class LeadsRefused extends Error {
  override readonly name = "LeadsRefused";
}

export function meetingTrouble(error: unknown): MeetingTrouble {
  if (error instanceof LeadsRefused)
    return { kind: "later", problem: "leadsRefused", afterMs: refusalPauseMs };
  // Teams may know a new meeting a little later than Outlook.
  if (error instanceof MeetingNotFound)
    return { kind: "again", problem: "notFound", afterMs: null };
  if (!(error instanceof GraphFailure)) return noAnswer;
  switch (error.kind) {
    case "account":
      return { kind: "wait" };
    case "forbidden":
      return {
        kind: "later",
        problem: "notPermitted",
        afterMs: permissionPauseMs,
      };
    case "gone":
      return { kind: "again", problem: "notFound", afterMs: null };
    case "bug":
      return { kind: "later", problem: "refused", afterMs: refusalPauseMs };
    default:
      return { ...noAnswer, afterMs: error.retryAfterMs };
  }
}

const noAnswer = { kind: "again", problem: "delayed", afterMs: null } as const;
