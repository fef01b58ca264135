import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";

/**
 * The id that ties together what one request or job sets off: log lines, the jobs it enqueues, and the calls
 * to Microsoft. Always a GUID: whatever else a caller sends is not taken over, so that nobody can write into
 * the logs by a header.
 */
const current = new AsyncLocalStorage<string>();

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Of what runs now; null outside of requests and jobs. */
export function correlationId(): string | null {
  return current.getStore() ?? null;
}

/** Runs `work`, and whatever it sets off, under this id. */
export function withCorrelation<T>(id: string, work: () => T): T {
  return current.run(id, work);
}

/** An id that somebody handed over, in lower case; null when it is none. */
export function parseCorrelationId(value: unknown): string | null {
  return typeof value === "string" && guid.test(value)
    ? value.toLowerCase()
    : null;
}

/**
 * The id of a request: the caller's own (`x-correlation-id` as a GUID, else the trace of W3C's `traceparent`,
 * whose 32 digits are a GUID without hyphens), or a new one.
 */
export function readCorrelationId(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): string {
  return (
    parseCorrelationId(headers["x-correlation-id"]) ??
    parseCorrelationId(traceOf(headers["traceparent"])) ??
    randomUUID()
  );
}

function traceOf(header: string | string[] | undefined): string | null {
  const digits =
    typeof header === "string"
      ? /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}/.exec(header)?.[1]
      : undefined;
  // The standard forbids a trace of zeros alone.
  if (!digits || /^0+$/.test(digits)) return null;
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
