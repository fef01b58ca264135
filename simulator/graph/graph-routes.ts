import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import type { ServiceEnvironment } from "../http/service-environment.ts";
import { strikeFaults } from "../http/strike-faults.ts";
import { appRoleRoutes } from "./app-role-routes.ts";
import { attendanceRoutes } from "./attendance-routes.ts";
import { batchRoute } from "./batch-route.ts";
import { readCaller } from "./caller.ts";
import { directoryRoutes } from "./directory-routes.ts";
import { eventRoutes } from "./event-routes.ts";
import type { Graph, GraphEnvironment } from "./graph-context.ts";
import {
  GraphError,
  graphErrorResponse,
  notImplemented,
} from "./graph-error.ts";
import { meRoutes } from "./me-routes.ts";
import { onlineMeetingRoutes } from "./online-meeting-routes.ts";
import { permissionGrantRoutes } from "./permission-grant-routes.ts";
import { readPreferences } from "./preferences.ts";
import { subscriptionRoutes } from "./subscription-routes.ts";
import { teamRoutes } from "./team-routes.ts";
import { throttleMailbox } from "./throttle.ts";

/** Microsoft Graph: what the product uses of it; everything else answers 501. */
export function graphRoutes(
  graph: Graph,
  run: (
    request: Request,
    bindings: ServiceEnvironment["Bindings"],
  ) => Response | Promise<Response>,
): Hono<GraphEnvironment> {
  const routes = new Hono<GraphEnvironment>();
  const { simulation } = graph;

  routes.use(async (c, next) => {
    const requestId = randomUUID();
    const clientRequestId = c.req.header("client-request-id") ?? requestId;
    await next();
    c.res.headers.set("request-id", requestId);
    c.res.headers.set("client-request-id", clientRequestId);
    const applied = c.get("preferences")?.applied ?? "";
    if (applied !== "") c.res.headers.set("Preference-Applied", applied);
  });
  routes.use(async (c, next) => {
    c.set(
      "caller",
      await readCaller(simulation, c.req.header("authorization")),
    );
    c.set("preferences", readPreferences(c.req.header("prefer")));
    await next();
  });
  routes.use("/me/*", throttleMailbox(simulation));
  routes.use(strikeFaults<GraphEnvironment>(simulation, () => "graph"));
  routes.route("/", meRoutes(graph));
  routes.route("/", eventRoutes(graph));
  routes.route("/", subscriptionRoutes(graph));
  routes.route("/", teamRoutes(graph));
  routes.route("/", onlineMeetingRoutes(graph));
  routes.route("/", attendanceRoutes(graph));
  routes.route("/", directoryRoutes(graph));
  routes.route("/", permissionGrantRoutes(graph));
  routes.route("/", appRoleRoutes(graph));
  routes.route("/", batchRoute(graph, run));
  routes.all("/*", (c) => {
    throw notImplemented(`${c.req.method} ${new URL(c.req.url).pathname}`);
  });

  routes.onError((error, c) => {
    const known =
      error instanceof GraphError
        ? error
        : new GraphError({
            status: 500,
            code: "ErrorInternalServerError",
            message: "The simulator failed; its console has the reason.",
          });
    if (known !== error) console.error("The simulator failed:", error);
    const requestId = randomUUID();
    return graphErrorResponse(known, {
      requestId,
      clientRequestId: c.req.header("client-request-id") ?? requestId,
      now: simulation.clock.now(),
    });
  });
  return routes;
}
