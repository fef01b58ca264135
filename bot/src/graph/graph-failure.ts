import { GraphError } from "@microsoft/microsoft-graph-client";
import { EntraUnreachable, NoToken } from "../accounts/tokens/no-token.ts";

/**
 * What a failed Graph call means for the caller.
 *
 * - `retryable`: the same call can succeed later; `unclear` tells whether it may have had its effect
 * - `account`: the service account itself is broken (token, mailbox); nothing will work until repaired
 * - `gone`: the thing does not exist (any more)
 * - `conflict`: it changed meanwhile; read it again
 * - `duplicate`: a create with this `transactionId` has already happened
 * - `quota`: the mailbox may not send more for now
 * - `forbidden`, `bug`: repeating the call is pointless
 */
export type GraphFailureKind =
  | "retryable"
  | "account"
  | "gone"
  | "conflict"
  | "duplicate"
  | "quota"
  | "forbidden"
  | "bug";

export class GraphFailure extends Error {
  readonly kind: GraphFailureKind;
  readonly status: number;
  readonly code: string;
  readonly unclear: boolean;
  readonly retryAfterMs: number | null;
  /** With `duplicate`, where Graph names it: the id of the event that exists. */
  readonly existingEventId: string | null;

  constructor(facts: {
    kind: GraphFailureKind;
    status: number;
    code: string;
    message: string;
    unclear?: boolean;
    retryAfterMs?: number | null;
    existingEventId?: string | null;
    cause?: unknown;
  }) {
    super(facts.message, { cause: facts.cause });
    this.name = "GraphFailure";
    this.kind = facts.kind;
    this.status = facts.status;
    this.code = facts.code;
    this.unclear = facts.unclear ?? false;
    this.retryAfterMs = facts.retryAfterMs ?? null;
    this.existingEventId = facts.existingEventId ?? null;
  }
}

/**
 * Whether the mailbox cannot be used through Graph: no licence, soft-deleted, or on-premises. Outlook
 * also says "ResourceNotFound" for it; a missing event is "ErrorItemNotFound" there, so under `/me` the
 * two cannot be confused. Elsewhere "ResourceNotFound" is just something that does not exist.
 */
function meansNoMailbox(code: string, path: string): boolean {
  return (
    code === "MailboxNotEnabledForRESTAPI" ||
    code === "MailboxNotSupportedForRESTAPI" ||
    (code === "ResourceNotFound" &&
      path.startsWith("/me/") &&
      // Of online meetings Teams says the same when there is none with the link.
      !path.startsWith("/me/onlineMeetings"))
  );
}

/**
 * Maps what the Graph client throws, once, for all callers.
 * @param path of the call, below the version
 */
export function readGraphFailure(error: unknown, path: string): GraphFailure {
  if (error instanceof GraphFailure) return error;
  if (error instanceof NoToken)
    return new GraphFailure({
      kind: "account",
      status: 401,
      code: error.trouble,
      message: error.message,
      cause: error,
    });
  if (error instanceof EntraUnreachable)
    // Without a token nothing was sent.
    return new GraphFailure({
      kind: "retryable",
      status: -1,
      code: "entra",
      message: error.message,
      cause: error,
    });
  if (!(error instanceof GraphError))
    return new GraphFailure({
      kind: "retryable",
      status: -1,
      code: "network",
      message: "Graph did not answer.",
      unclear: true,
      cause: error,
    });
  return failureOf(
    {
      status: error.statusCode,
      code: error.code ?? "unknown",
      retryAfter: error.headers?.get("Retry-After") ?? null,
      body: typeof error.body === "string" ? safeJson(error.body) : error.body,
      cause: error,
    },
    path,
  );
}

/** An answer of Graph's that is not a success, of a request of its own or of a batch's part. */
export interface Refusal {
  status: number;
  code: string;
  /** The header, as it came. */
  retryAfter: string | null;
  body: unknown;
  cause?: unknown;
}

/** @param path of the call, below the version */
export function failureOf(refusal: Refusal, path: string): GraphFailure {
  const { status, code } = refusal;
  const facts = {
    status,
    code,
    message: `Graph answered ${status} ${code}.`,
    retryAfterMs: retryAfterMs(refusal.retryAfter),
    cause: refusal.cause,
  };
  if (code === "ErrorDuplicateTransactionId")
    return new GraphFailure({
      ...facts,
      kind: "duplicate",
      existingEventId: findText(refusal.body, "@event.existingEventId"),
    });
  if (meansNoMailbox(code, path))
    return new GraphFailure({ ...facts, kind: "account" });
  if (code === "ErrorExceededMessageLimit")
    return new GraphFailure({ ...facts, kind: "quota" });
  return new GraphFailure({
    ...facts,
    kind: kindOfStatus(status),
    // Without an answer, or with one from a gateway, the effect may have happened.
    unclear: status < 0 || status === 408 || status >= 500,
  });
}

function kindOfStatus(status: number): GraphFailureKind {
  if (status === 401) return "account";
  if (status === 403) return "forbidden";
  if (status === 404 || status === 410) return "gone";
  if (status === 409 || status === 412) return "conflict";
  if (status < 0 || status === 408 || status === 429 || status >= 500)
    return "retryable";
  return "bug";
}

/** `Retry-After` in milliseconds; Outlook sends fractional seconds too. */
function retryAfterMs(header: string | null): number | null {
  if (!header) return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, Math.ceil(seconds * 1000));
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - Date.now());
}

function findText(value: unknown, key: string): string | null {
  if (typeof value !== "object" || value === null) return null;
  for (const [name, inner] of Object.entries(value)) {
    if (name === key && typeof inner === "string") return inner;
    const found = findText(inner, key);
    if (found) return found;
  }
  return null;
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
