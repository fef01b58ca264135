import { Hono } from "hono";
import { z } from "zod";
import type { Connector } from "../connector/connector.ts";
import { installApp, removeApp } from "../connector/install-app.ts";
import { installationsOf } from "../connector/installations.ts";
import type { Graph } from "../graph/graph-context.ts";
import { readBody } from "./read-body.ts";
import { resetSimulation } from "./reset-simulation.ts";
import { sendLifecycle } from "./send-lifecycle.ts";
import { requireDone } from "./team-desk.ts";
import { worldView } from "./world-view.ts";

const byPerson = z.strictObject({ personId: z.string() });
const appSchema = z.strictObject({
  personId: z.string(),
  channelId: z.string().optional(),
});
const lifecycleSchema = z.strictObject({
  event: z.enum(["reauthorizationRequired", "subscriptionRemoved", "missed"]),
});

const mostFound = 50;

export function worldRoutes(parts: {
  graph: Graph;
  connector: Connector;
}): Hono {
  const routes = new Hono();
  const { graph, connector } = parts;
  const { simulation } = graph;

  routes.get("/world", (c) => c.json(worldView(simulation)));

  routes.get("/people", (c) => {
    const search = c.req.query("search") ?? "";
    return c.json({
      people: simulation.directory.searchPeople(search, mostFound),
    });
  });

  routes.post("/teams/:teamId/app", async (c) => {
    const { personId, channelId } = appSchema.parse(await readBody(c));
    const teamId = c.req.param("teamId");
    const chosen = channelId === undefined ? {} : { channelId };
    requireDone(installApp(connector, { teamId, personId, ...chosen }));
    return c.json(app(teamId), 201);
  });

  routes.delete("/teams/:teamId/app", async (c) => {
    const { personId } = byPerson.parse(await readBody(c));
    const teamId = c.req.param("teamId");
    requireDone(removeApp(connector, { teamId, personId }));
    return c.body(null, 204);
  });

  routes.post("/lifecycle", async (c) => {
    sendLifecycle(graph, lifecycleSchema.parse(await readBody(c)).event);
    return c.body(null, 204);
  });

  routes.post("/reset", (c) => {
    resetSimulation(parts);
    return c.body(null, 204);
  });

  return routes;

  function app(teamId: string) {
    const team = simulation.directory.team(teamId);
    const installation = installationsOf(simulation).get(team?.id ?? "");
    return {
      app: installation ? { installedById: installation.installedById } : null,
    };
  }
}
