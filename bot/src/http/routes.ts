import type { Request, Response, Server } from "restify";
import type { Logger } from "pino";
import type { Actor } from "../access/actor.ts";
import { AppError } from "../errors.ts";
import type { Authenticate } from "./authenticate.ts";
import type { NoteTiming } from "../metrics/timings.ts";
import { sendProblem, unexpected } from "./problem.ts";
import { readJson } from "./request-body.ts";

/** A request of a signed-in person, before its parts are parsed. */
export interface ApiRequest {
  actor: Actor;
  tokenExpiresAt: Date;
  /** From the path; restify has decoded it. */
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  /** Reads and parses the JSON body, which few routes let be larger than usual. */
  json(maxBytes?: number): Promise<unknown>;
  header(name: string): string | null;
  req: Request;
  res: Response;
}

/** What a route answers; `streamed` when it has taken the response over. */
export type Reply =
  | {
      status?: number;
      body?: unknown;
      headers?: Readonly<Record<string, string>>;
    }
  | "streamed";

export type Method = "get" | "post" | "put" | "del";

export interface RouteDeps {
  server: Server;
  authenticate: Authenticate;
  log: Logger;
  noteTiming: NoteTiming;
}

/** Adds a route that only signed-in people reach: authenticate, use case, reply. */
export function addApiRoute(
  deps: RouteDeps,
  method: Method,
  path: string,
  handle: (request: ApiRequest) => Promise<Reply>,
): void {
  const answer = async (req: Request, res: Response): Promise<void> => {
    const { actor, expiresAt } = await deps.authenticate(
      req.headers.authorization,
    );
    const reply = await handle({
      actor,
      tokenExpiresAt: expiresAt,
      params: (req.params ?? {}) as Record<string, string>,
      query: new URLSearchParams(req.getQuery()),
      json: (maxBytes) => readJson(req, maxBytes),
      header: (name) => {
        const value = req.headers[name.toLowerCase()];
        return typeof value === "string" ? value : null;
      },
      req,
      res,
    });
    if (reply === "streamed") return;
    res.writeHead(reply.status ?? (reply.body === undefined ? 204 : 200), {
      "Cache-Control": "no-store",
      ...(reply.body !== undefined && { "Content-Type": "application/json" }),
      ...reply.headers,
    });
    res.end(reply.body === undefined ? undefined : JSON.stringify(reply.body));
  };
  // What people do is worth a line; what they look at is not.
  addRoute(deps, method, path, answer, {
    logAs: method === "get" ? "debug" : "info",
  });
}

/** Adds a route whose errors become problem details, whatever it throws. */
export function addRoute(
  deps: Pick<RouteDeps, "server" | "log" | "noteTiming">,
  method: Method,
  path: string,
  handle: (req: Request, res: Response) => Promise<void>,
  options: { logAs?: "info" | "debug" } = {},
): void {
  deps.server[method](path, async (req: Request, res: Response) => {
    const startedAt = performance.now();
    try {
      await handle(req, res);
    } catch (error) {
      if (!(error instanceof AppError))
        deps.log.error({ err: error, method, path }, "request failed");
      sendProblem(res, error instanceof AppError ? error : unexpected(error));
    }
    // Of a stream that is the time until it begins.
    const durationMs = performance.now() - startedAt;
    const request = { method, route: path, status: String(res.statusCode) };
    deps.noteTiming("http", request, durationMs);
    deps.log[options.logAs ?? "debug"](
      { ...request, durationMs: Math.round(durationMs) },
      "request",
    );
  });
}
