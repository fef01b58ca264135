import type { Context } from "hono";
import type { ServiceEnvironment } from "../http/service-environment.ts";
import type { Deliverer } from "../notifications/delivery.ts";
import type { ExchangeServer } from "../outlook/exchange-server.ts";
import type { Simulation } from "../simulation.ts";
import type { Caller } from "./caller.ts";
import { badRequest } from "./graph-error.ts";
import type { Preferences } from "./preferences.ts";

/** What Graph's routes work on. */
export interface Graph {
  simulation: Simulation;
  exchange: ExchangeServer;
  deliverer: Deliverer;
}

export interface GraphEnvironment extends ServiceEnvironment {
  Variables: { caller: Caller; preferences: Preferences };
}

export type GraphRequest = Context<GraphEnvironment>;

export async function readJson(c: GraphRequest): Promise<unknown> {
  const isJson = /^application\/json\b/i.test(
    c.req.header("content-type") ?? "",
  );
  if (!isJson) {
    throw badRequest(
      "RequestBodyRead",
      "A supported MIME type could not be found that matches the content type of the request.",
    );
  }
  try {
    return await c.req.json();
  } catch {
    throw badRequest(
      "BadRequest",
      "Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.",
    );
  }
}

export function metadataUrl(graph: Graph, path: string): string {
  return `${graph.simulation.addresses.graphBaseUrl}/$metadata#${path}`;
}
