import { Hono } from "hono";
import { ZodError } from "zod";
import type { Connector } from "../connector/connector.ts";
import type { Graph } from "../graph/graph-context.ts";
import { attendanceRoutes } from "./attendance-routes.ts";
import { changesRoute } from "./changes-route.ts";
import { ControlError } from "./control-error.ts";
import { conversationRoutes } from "./conversation-routes.ts";
import { entraAdminRoutes } from "./entra-admin-routes.ts";
import { inspectorRoutes } from "./inspector-routes.ts";
import { mailboxRoutes } from "./mailbox-routes.ts";
import { settingsRoutes } from "./settings-routes.ts";
import { tabRoutes } from "./tab-routes.ts";
import { teamRoutes } from "./team-routes.ts";
import { worldRoutes } from "./world-routes.ts";

/** What the Teams client asks for, and what a person may do to the world. */
export function controlRoutes(parts: {
  graph: Graph;
  connector: Connector;
}): Hono {
  const routes = new Hono();
  const { graph } = parts;
  routes.route("/", worldRoutes(parts));
  routes.route("/", teamRoutes(parts.connector));
  routes.route("/", tabRoutes(graph.simulation));
  routes.route("/", conversationRoutes(parts.connector));
  routes.route("/", mailboxRoutes(graph.exchange));
  routes.route("/", attendanceRoutes(graph.exchange));
  routes.route("/", entraAdminRoutes(graph.simulation));
  routes.route("/", inspectorRoutes(graph.simulation));
  routes.route("/", settingsRoutes(graph.simulation));
  routes.route("/", changesRoute(graph.simulation));
  routes.all("/*", (c) =>
    c.json({ error: `There is no ${c.req.method} ${c.req.path}.` }, 404),
  );
  routes.onError((error, c) => {
    if (error instanceof ControlError) {
      return c.json({ error: error.message }, error.status);
    }
    if (error instanceof ZodError) {
      const issue = error.issues[0];
      return c.json(
        { error: `${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}` },
        400,
      );
    }
    console.error("The simulator failed:", error);
    return c.json(
      { error: "The simulator failed; its console has the reason." },
      500,
    );
  });
  return routes;
}
