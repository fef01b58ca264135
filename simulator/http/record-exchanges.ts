import { createMiddleware } from "hono/factory";
import type { Simulation } from "../simulation.ts";
import type { ServiceName } from "./exchange.ts";
import { maskBody, maskHeaders } from "./mask-secrets.ts";
import type { ServiceEnvironment } from "./service-environment.ts";

/** Lists every request of the product and its reply for the inspector. */
export function recordExchanges(
  simulation: Simulation,
  serviceOf: (path: string) => ServiceName,
) {
  return createMiddleware<ServiceEnvironment>(async (c, next) => {
    if (c.env.isBatchPart) return next();
    const at = simulation.clock.now();
    const startedMs = performance.now();
    const requestText = await c.req.text();
    await next();
    const url = new URL(c.req.url);
    const responseText = await c.res.clone().text();
    simulation.exchanges.record({
      at: at.toISOString(),
      service: serviceOf(url.pathname),
      direction: "in",
      method: c.req.method,
      url: `${url.pathname}${url.search}`,
      status: c.res.headers.has(noReplyHeader) ? 0 : c.res.status,
      durationMs: Math.round(performance.now() - startedMs),
      requestHeaders: maskHeaders(c.req.raw.headers),
      requestBody: maskBody(requestText, c.req.header("content-type") ?? null),
      responseHeaders: maskHeaders(c.res.headers),
      responseBody: maskBody(responseText, c.res.headers.get("content-type")),
    });
  });
}

/** The mark by which the HTTP server knows that it must not write a reply. */
export const noReplyHeader = "x-hono-already-sent";
