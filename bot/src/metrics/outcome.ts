/**
 * How a call of another service ended, by its HTTP status alone.
 *
 * - `refused`: a 4xx other than 429; most of them are ordinary answers, such as "gone"
 * - `throttled`: 429
 * - `failed`: 5xx
 * - `noAnswer`: the connection broke, or nothing came in time
 */
export type CallOutcome =
  "ok" | "refused" | "throttled" | "failed" | "noAnswer";

/** @param status null: no answer came */
export function outcomeOf(status: number | null): CallOutcome {
  if (status === null) return "noAnswer";
  if (status === 429) return "throttled";
  if (status >= 500) return "failed";
  return status >= 400 ? "refused" : "ok";
}
