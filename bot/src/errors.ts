/**
 * A request that cannot be carried out as asked. `message` is a sentence for the person who asked and
 * says what to do next; `code` is stable; `field` names the request field that caused it.
 */
export class AppError extends Error {
  readonly code: string;
  readonly status: number;
  readonly field: string | undefined;

  constructor(options: {
    code: string;
    status: number;
    message: string;
    field?: string | undefined;
    cause?: unknown;
  }) {
    super(options.message, { cause: options.cause });
    this.name = "AppError";
    this.code = options.code;
    this.status = options.status;
    this.field = options.field;
  }
}

/** Work that can succeed later; a job that throws it is tried again after `retryAfterMs`. */
export class RetryLater extends Error {
  readonly retryAfterMs: number;

  constructor(options: {
    message: string;
    retryAfterMs: number;
    cause?: unknown;
  }) {
    super(options.message, { cause: options.cause });
    this.name = "RetryLater";
    this.retryAfterMs = options.retryAfterMs;
  }
}

export function notFound(what: string): AppError {
  return new AppError({
    code: "notFound",
    status: 404,
    message: `There is no such ${what}, or you cannot see it.`,
  });
}

export function forbidden(message: string): AppError {
  return new AppError({ code: "forbidden", status: 403, message });
}
