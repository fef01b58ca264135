import restify, { type Request, type Response, type Server } from "restify";
import { AppError } from "../errors.ts";
import type { Problem } from "../../contract/problem.ts";
import { describeProblem, unexpected } from "./problem.ts";

const problemType = "application/problem+json";

/** A restify server whose own errors (no such address, unreadable request) are problem details too. */
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

/** Takes no new requests, ends streams, and waits for the rest. */
export async function closeServer(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.server.close(() => resolve());
    server.server.closeAllConnections();
  });
}
