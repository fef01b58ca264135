import { createHash, timingSafeEqual } from "node:crypto";
import type { Logger } from "pino";
import { AppError } from "../errors.ts";
import type { Measures } from "../metrics/measures.ts";
import type { Metrics } from "../metrics/open-metrics.ts";
import { addRoute, type RouteDeps } from "./routes.ts";

/** `/metrics` for whoever knows METRICS_TOKEN; without that variable there is no such page. */
export function addMetricsRoutes(
  deps: Pick<RouteDeps, "server" | "noteTiming"> & {
    log: Logger;
    metrics: Metrics;
    token: string;
    readMeasures: () => Promise<Measures>;
  },
): void {
  addRoute(deps, "get", "/metrics", async (req, res) => {
    const given = /^Bearer (\S+)$/i.exec(req.headers.authorization ?? "")?.[1];
    if (given === undefined || !isSame(given, deps.token))
      throw new AppError({
        code: "notAuthenticated",
        status: 401,
        message: "Send the METRICS_TOKEN of this backend as bearer token.",
      });
    const { contentType, text } = await deps.metrics.render(deps.readMeasures);
    res.writeHead(200, {
      "Content-Type": contentType,
      "Cache-Control": "no-store",
    });
    res.end(text);
  });
}

/** Takes as long for a token that is nearly right as for any other. */
function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
