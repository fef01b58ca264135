import { Hono } from "hono";
import { connectorRoutes } from "./connector/connector-routes.ts";
import type { Connector } from "./connector/connector.ts";
import type { Graph } from "./graph/graph-context.ts";
import { graphRoutes } from "./graph/graph-routes.ts";
import type { ServiceName } from "./http/exchange.ts";
import { recordExchanges } from "./http/record-exchanges.ts";
import type { ServiceEnvironment } from "./http/service-environment.ts";
import { strikeFaults } from "./http/strike-faults.ts";
import { tellTime } from "./http/tell-time.ts";
import { entraRoutes } from "./login/entra-routes.ts";

/** The TLS side: everything of Microsoft's that a backend talks to. */
export function serviceRoutes(
  parts: { graph: Graph; connector: Connector },
  graphPath: string,
): Hono<ServiceEnvironment> {
  const { graph, connector } = parts;
  const routes = new Hono<ServiceEnvironment>();
  const serviceOf = (path: string): ServiceName => {
    if (path.startsWith(`${graphPath}/`)) return "graph";
    return /^\/(connector|botframework)\//.test(path) ? "connector" : "entra";
  };
  routes.use(recordExchanges(graph.simulation, serviceOf));
  routes.use(tellTime(graph.simulation.clock));
  const strike = strikeFaults(graph.simulation, serviceOf);
  // Graph's faults strike behind its throttling, so that a slow request counts as one in flight.
  routes.use((c, next) =>
    serviceOf(c.req.path) === "graph" ? next() : strike(c, next),
  );
  const run = (request: Request, bindings: ServiceEnvironment["Bindings"]) =>
    routes.fetch(request, bindings);
  routes.route(graphPath, graphRoutes(graph, run));
  routes.route("/", connectorRoutes(connector));
  routes.route("/", entraRoutes(graph.simulation));
  routes.notFound((c) =>
    c.json(
      {
        error: {
          code: "notImplemented",
          message: `The simulator does not implement ${c.req.method} ${c.req.path}.`,
        },
      },
      501,
    ),
  );
  return routes;
}
