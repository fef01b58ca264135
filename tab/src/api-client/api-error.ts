/** A request that did not succeed. `message` is a sentence for people that says what to do. */
export class ApiError extends Error {
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  readonly code: string;
  /** The request field that caused it, in dot notation; null when none did. */
  readonly field: string | null;
  /** By which an administrator finds the request in the log; null where that helps nobody. */
  readonly reference: string | null;

  constructor(problem: {
    status: number;
    code: string;
    message: string;
    field?: string | null;
    reference?: string | null;
    cause?: unknown;
  }) {
    super(problem.message, { cause: problem.cause });
    this.name = "ApiError";
    this.status = problem.status;
    this.code = problem.code;
    this.field = problem.field ?? null;
    this.reference = problem.reference ?? null;
  }
}

/** The error as people may read it: sentences of the backend's pass, anything else becomes one. */
export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  return new ApiError({
    status: 0,
    code: "unexpected",
    message: "Something went wrong in this page. Reload it and try again.",
    cause: error,
  });
}
