import { Hono } from "hono";
import { settingDefinitions } from "../settings/setting-definitions.ts";
import { settingsSchema } from "../settings/settings.ts";
import type { Simulation } from "../simulation.ts";
import { readBody } from "./read-body.ts";

export function settingsRoutes(simulation: Simulation): Hono {
  const routes = new Hono();
  const { settings, changes } = simulation;

  routes.get("/settings", (c) => c.json(settings.current()));

  routes.get("/settings/schema", (c) => c.json(settingDefinitions));

  routes.patch("/settings", async (c) => {
    const wanted = settingsSchema.partial().parse(await readBody(c));
    // Absent ones are left out, not undefined, after parsing JSON.
    const changed = settings.change(
      wanted as Parameters<typeof settings.change>[0],
    );
    changes.announce("settings");
    return c.json(changed);
  });

  return routes;
}
