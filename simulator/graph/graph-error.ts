/** A refusal in Graph's words. */
export class GraphError extends Error {
  readonly status: number;
  readonly code: string;
  /** Further members of `error`. */
  readonly extra: Record<string, unknown>;
  readonly headers: Record<string, string>;

  constructor(of: {
    status: number;
    code: string;
    message: string;
    extra?: Record<string, unknown>;
    headers?: Record<string, string>;
  }) {
    super(of.message);
    this.status = of.status;
    this.code = of.code;
    this.extra = of.extra ?? {};
    this.headers = of.headers ?? {};
  }
}

export function badRequest(code: string, message: string): GraphError {
  return new GraphError({ status: 400, code, message });
}

export function notFound(): GraphError {
  return new GraphError({
    status: 404,
    code: "ErrorItemNotFound",
    message: "The specified object was not found in the store.",
  });
}

/** What the simulator lacks is said, not guessed. */
export function notImplemented(what: string): GraphError {
  return new GraphError({
    status: 501,
    code: "notImplemented",
    message: `The simulator does not implement ${what}.`,
  });
}

/** Graph: Microsoft Graph error responses and resource types. */
export function graphErrorResponse(
  error: GraphError,
  request: { requestId: string; clientRequestId: string; now: Date },
): Response {
  return Response.json(
    {
      error: {
        code: error.code,
        message: error.message,
        ...error.extra,
        innerError: {
          date: request.now.toISOString().slice(0, 19),
          "request-id": request.requestId,
          "client-request-id": request.clientRequestId,
        },
      },
    },
    { status: error.status, headers: error.headers },
  );
}
