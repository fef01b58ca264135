import restify, { type Request, type Response, type Server } from "restify";
import { readCorrelationId, withCorrelation } from "../correlation.ts";
import { AppError } from "../errors.ts";
import type { Problem } from "../../contract/problem.ts";
import { describeProblem, unexpected } from "./problem.ts";

const problemType = "application/problem+json";

/**
 * A restify server whose own errors (no such address, unreadable request) are problem details too. Each request
 * gets an id of its own, or keeps the one that it brought, and the answer names it.
 */
export function openServer(): Server {
  const server = restify.createServer({
    name: "",
    handleUncaughtExceptions: false,
    ignoreTrailingSlash: true,
    formatters: {
      [problemType]: (_req: Request, _res: Response, error: unknown) =>
        JSON.stringify(problemOf(error)),
    },
  });
  // A client may take this long to send its request; nothing that the product takes is large.
  server.server.requestTimeout = 30_000;
  server.pre((req: Request, res: Response, next: () => void) => {
    const id = readCorrelationId(req.headers);
    res.setHeader("X-Correlation-Id", id);
    withCorrelation(id, next);
  });
  server.on(
    "restifyError",
    (_req: Request, res: Response, _error: unknown, done: () => void) => {
      res.setHeader("Content-Type", problemType);
      res.setHeader("Cache-Control", "no-store");
      done();
    },
  );
  return server;
}

function problemOf(error: unknown): Problem {
  return describeProblem(
    appErrorOf((error as { statusCode?: number } | null)?.statusCode),
  );
}

function appErrorOf(status: number | undefined): AppError {
  switch (status) {
    case 404:
      return new AppError({
        code: "notFound",
        status,
        message: "There is nothing at this address.",
      });
    case 405:
      return new AppError({
        code: "methodNotAllowed",
        status,
        message: "This address does not take such requests.",
      });
    case 400:
      return new AppError({
        code: "badRequest",
        status,
        message: "The request could not be read.",
      });
    default:
      return unexpected();
  }
}

/** Listens; port 0 takes a free one. @returns the port */
export async function listen(
  server: Server,
  options: { port: number; host: string },
): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.server.once("error", reject);
    server.listen(options.port, options.host, resolve);
  });
  const address = server.server.address();
  return typeof address === "object" && address ? address.port : options.port;
}

/** How long a stop waits for requests that have begun, in milliseconds. */
const requestPatienceMs = 8_000;

/**
 * Takes no new connections, and waits for requests that have begun.
 * @param endStreams ends what would go on for as long as somebody looks
 */
export async function closeServer(
  server: Server,
  endStreams: () => void,
): Promise<void> {
  await new Promise<void>((resolve) => {
    const limit = setTimeout(
      () => server.server.closeAllConnections(),
      requestPatienceMs,
    );
    // Clients keep their connections open for the next request, which another backend is to get.
    const closing = setInterval(() => server.server.closeIdleConnections(), 50);
    server.server.close(() => {
      clearTimeout(limit);
      clearInterval(closing);
      resolve();
    });
    endStreams();
  });
}
