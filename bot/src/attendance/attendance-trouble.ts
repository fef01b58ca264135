import type { AttendanceAccess } from "../../contract/accounts.ts";
import type { ReadingProblem } from "../db/tables/attendance.ts";
import { GraphFailure } from "../graph/graph-failure.ts";

/** Why a look at the reports came to nothing. */
export class ReadingStopped extends Error {
  readonly problem: ReadingProblem;
  /** As Microsoft asked; null where it named no time. */
  readonly retryAfterMs: number | null;

  constructor(
    problem: ReadingProblem,
    options: { cause?: unknown; retryAfterMs?: number | null } = {},
  ) {
    super(`attendance cannot be read: ${problem}`, { cause: options.cause });
    this.name = "ReadingStopped";
    this.problem = problem;
    this.retryAfterMs = options.retryAfterMs ?? null;
  }
}

/**
 * What a failed call means for the reading of attendance; what is no answer of Microsoft's is thrown as it is.
 *
 * @param asked for the meeting by its link, or for its reports: where the account may look its meetings up, a link that
 *   is refused is somebody else's meeting
 */
export function readingStopped(
  error: unknown,
  { way, asked }: { way: AttendanceAccess; asked: "meeting" | "reports" },
): ReadingStopped {
  if (!(error instanceof GraphFailure)) throw error;
  const stopped = (problem: ReadingProblem) =>
    new ReadingStopped(problem, {
      cause: error,
      retryAfterMs: error.retryAfterMs,
    });
  const isRefused =
    error.kind === "forbidden" ||
    // Teams' word for a policy that is not effective yet comes with more than one status.
    (way === "appOnly" && error.code === "Unauthorized");
  if (isRefused && way === "appOnly") return stopped("policyMissing");
  if (isRefused)
    return stopped(
      asked === "meeting" ? "meetingUnknown" : "permissionMissing",
    );
  if (error.kind === "gone") return stopped("meetingUnknown");
  if (error.kind === "account" && way === "delegated")
    return stopped("accountBroken");
  return stopped("unreachable");
}
