import { pino, type Logger } from "pino";

/** Structured logs, one JSON object a line. Errors are reduced to what never holds personal data or secrets. */
export function openLog(level: string): Logger {
  return pino({ level, base: null, serializers: { err: describeError } });
}

/** Objects that libraries hang on their errors (connections, requests, tokens) stay out of the log. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code, status, statusCode } = error as {
    code?: unknown;
    status?: unknown;
    statusCode?: unknown;
  };
  return {
    type: error.name,
    message: error.message,
    ...(code !== undefined && { code }),
    ...((status ?? statusCode) !== undefined && {
      status: status ?? statusCode,
    }),
    stack: error.stack,
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  };
}
