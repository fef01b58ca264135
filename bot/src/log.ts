import { pino, type Logger } from "pino";
import { correlationId } from "./correlation.ts";

/**
 * Structured logs, one JSON object a line, with the {@link correlationId} of what runs. Errors are reduced to
 * what never holds personal data or secrets.
 */
export function openLog(level: string): Logger {
  return pino({
    level,
    base: null,
    serializers: { err: describeError },
    mixin: () => {
      const correlation = correlationId();
      return correlation === null ? {} : { correlation };
    },
  });
}

/**
 * Objects that libraries hang on their errors (connections, requests, tokens) stay out of the log, and so do
 * addresses, which Entra and Graph put into their sentences.
 */
export function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: withoutAddresses(error) };
  return {
    type: error.name,
    message: withoutAddresses(error.message),
    ...facts(error),
    ...(error.stack && { stack: withoutAddresses(error.stack) }),
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  };
}

/** By which an answer of Microsoft's is found again: codes and numbers, never texts. */
const factNames = [
  "code",
  "status",
  "statusCode",
  "errorCode",
  "errorNo",
  "subError",
  "correlationId",
  "requestId",
] as const;

function facts(error: Error): Record<string, unknown> {
  const given = error as unknown as Record<string, unknown>;
  return Object.fromEntries(
    factNames.flatMap((name) => {
      const value = given[name];
      const isPlain = typeof value === "string" || typeof value === "number";
      return isPlain && value !== "" ? [[name, value]] : [];
    }),
  );
}

function withoutAddresses(text: unknown): string {
  return String(text).replaceAll(
    /[^\s'"<>()[\]{},;:=]+@[^\s'"<>()[\]{},;:]+/g,
    "…@…",
  );
}
