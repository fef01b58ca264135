import { ApiError } from "./api-error.ts";

/**
 * The error for a refused request from its problem+json (RFC 9457).
 * Read by hand, not by the contract's schema: every page can fail, and the first page does without zod.
 */
export function readProblem(status: number, body: unknown): ApiError {
  const problem = typeof body === "object" && body !== null ? body : {};
  return new ApiError({
    status,
    code: textOf(problem, "code") ?? "unknown",
    message: textOf(problem, "detail") ?? sentenceFor(status),
    field: textOf(problem, "field"),
    // A refusal says what to do; of a fault of ours somebody else has to find the cause.
    reference: status >= 500 ? textOf(problem, "correlationId") : null,
  });
}

function textOf(problem: object, name: string): string | null {
  const value: unknown = Reflect.get(problem, name);
  return typeof value === "string" && value !== "" ? value : null;
}

function sentenceFor(status: number): string {
  if (status === 401) return "Your sign-in has ended. Open the app again.";
  if (status === 403) return "You may not do this. Ask a lead of the group.";
  if (status === 404) return "This is not here, or not open to you.";
  if (status === 429) return "That was a lot at once. Wait a minute and retry.";
  return "ERG Events has a problem of its own. Try again in a minute.";
}
