import type { Response } from "restify";
import type { z } from "zod";
import type { Problem } from "../../contract/problem.ts";
import { correlationId } from "../correlation.ts";
import { AppError } from "../errors.ts";

/** Sends a refusal or failure as RFC 9457 problem details; nothing internal gets out. */
export function sendProblem(res: Response, error: AppError): void {
  if (res.headersSent) {
    res.end();
    return;
  }
  res.writeHead(error.status, {
    "Content-Type": "application/problem+json",
    "Cache-Control": "no-store",
    ...(error.status === 401 && { "WWW-Authenticate": "Bearer" }),
  });
  res.end(JSON.stringify(describeProblem(error)));
}

/** What the client gets to know of an error. */
export function describeProblem(error: AppError): Problem {
  const reference = correlationId();
  return {
    type: "about:blank",
    title: titles.get(error.status) ?? "Error",
    status: error.status,
    detail: error.message,
    code: error.code,
    ...(error.field !== undefined && { field: error.field }),
    ...(reference !== null && { correlationId: reference }),
  };
}

const titles = new Map([
  [400, "Bad request"],
  [401, "Not signed in"],
  [403, "Not allowed"],
  [404, "Not found"],
  [405, "Method not allowed"],
  [409, "Conflict"],
  [412, "Changed meanwhile"],
  [413, "Too large"],
  [415, "Wrong content type"],
  [422, "Not valid"],
  [428, "Version needed"],
  [500, "Server error"],
  [503, "Not available"],
]);

export const unexpected = (cause?: unknown): AppError =>
  new AppError({
    code: "unexpected",
    status: 500,
    message:
      "Something went wrong on our side. Try again; if it stays, tell your administrator.",
    cause,
  });

/** The first thing wrong with a request, as a refusal that names the field. */
export function invalidRequest(error: z.ZodError): AppError {
  const issue = error.issues[0];
  const unknownKeys =
    issue?.code === "unrecognized_keys" ? issue.keys : undefined;
  const field = [...(issue?.path ?? []), ...(unknownKeys ?? [])].join(".");
  return new AppError({
    code: "invalidRequest",
    status: 422,
    field: field || undefined,
    message: unknownKeys
      ? "There is no such field. Leave it out."
      : sentenceOf(issue),
  });
}

/** The contract's own sentences; zod's words for a wrong type are for programmers. */
function sentenceOf(issue: z.core.$ZodIssue | undefined): string {
  return issue && !issue.message.startsWith("Invalid")
    ? issue.message
    : "This is missing or has the wrong form. Fill it in.";
}
