import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Connector } from "../connector/connector.ts";
import type { Graph } from "../graph/graph-context.ts";
import { adminCenterRoutes } from "../login/admin-center/admin-center-routes.ts";
import { loginPagesRoutes } from "../login/login-pages-routes.ts";
import { controlRoutes } from "./control-routes.ts";
import { outlookWebRoute } from "./outlook-web-route.ts";

const clientFolder = fileURLToPath(
  new URL("../teams-client/dist", import.meta.url),
);

/** The plain http side: sign-in pages, the Teams client, and what the client asks for. */
export function pageRoutes(parts: {
  graph: Graph;
  connector: Connector;
}): Hono {
  const routes = new Hono();
  routes.route("/", loginPagesRoutes(parts.graph.simulation));
  routes.route("/", adminCenterRoutes(parts.graph.simulation));
  routes.route("/sim/api", controlRoutes(parts));
  routes.route("/", outlookWebRoute());
  // Backends and tests do without the client; whoever opens a page is told that it is not there.
  if (existsSync(clientFolder)) {
    routes.use("/*", serveStatic({ root: clientFolder }));
    routes.get("/*", serveStatic({ root: clientFolder, path: "index.html" }));
  }
  routes.notFound((c) =>
    c.text(
      "The Teams client has not been built yet: run npm run build in simulator/.",
      404,
    ),
  );
  return routes;
}
