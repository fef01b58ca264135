import type { GraphFailure } from "../../graph/graph-failure.ts";
import { isTroubleCode, type TroubleCode } from "./troubles.ts";

/**
 * What a failed Graph call says of the connection: a trouble, `unreachable`, or null where it concerns the
 * one event alone (not found, malformed, refused recipients).
 */
export function graphTrouble(
  failure: Pick<GraphFailure, "kind" | "code" | "status">,
): TroubleCode | "unreachable" | null {
  // There was no token to call with; the code is what Entra's refusal means.
  if (isTroubleCode(failure.code)) return failure.code;
  switch (failure.kind) {
    case "account":
      return failure.status === 401 ? "tokenRefused" : "mailboxMissing";
    case "forbidden":
      return "calendarForbidden";
    case "retryable":
      return "unreachable";
    default:
      return null;
  }
}
