import type { Logger } from "pino";
import { AppError } from "../errors.ts";
import type { NotReady, Readiness } from "./readiness.ts";
import { addRoute, type RouteDeps } from "./routes.ts";

const sentences: Record<NotReady, string> = {
  stopping: "This backend is ending.",
  starting: "This backend is starting.",
  databaseUnavailable: "The database does not answer within a second.",
  notListening: "The connection for news of other replicas is being restored.",
};

/** `/healthz`: the process lives; `/readyz`: it can do its work. */
export function addHealthRoutes(
  deps: Pick<RouteDeps, "server" | "noteTiming"> & {
    readiness: Readiness;
    log: Logger;
  },
): void {
  addRoute(deps, "get", "/healthz", async (_req, res) => {
    res.writeHead(200, { "Content-Type": "text/plain" });
    res.end("ok");
  });
  addRoute(deps, "get", "/readyz", async (_req, res) => {
    const reason = await deps.readiness.look();
    if (reason !== null)
      throw new AppError({
        code: reason,
        status: 503,
        message: sentences[reason],
      });
    res.writeHead(200, { "Content-Type": "text/plain" });
    res.end("ready");
  });
}
