import type pg from "pg";
import type { Logger } from "pino";
import { AppError } from "../errors.ts";
import { addRoute, type RouteDeps } from "./routes.ts";

/** `/healthz`: the process lives; `/readyz`: it can do its work. */
export function addHealthRoutes(
  deps: Pick<RouteDeps, "server"> & { pool: pg.Pool; log: Logger },
): void {
  addRoute(deps, "get", "/healthz", async (_req, res) => {
    res.writeHead(200, { "Content-Type": "text/plain" });
    res.end("ok");
  });
  addRoute(deps, "get", "/readyz", async (_req, res) => {
    await deps.pool.query("select 1").catch((cause: unknown) => {
      throw new AppError({
        code: "databaseUnavailable",
        status: 503,
        message: "The database does not answer.",
        cause,
      });
    });
    res.writeHead(200, { "Content-Type": "text/plain" });
    res.end("ready");
  });
}
