import { Hono } from "hono";
import { z } from "zod";
import { faultRuleSchema } from "../http/fault.ts";
import type { Simulation } from "../simulation.ts";
import { readBody } from "./read-body.ts";

const pageSchema = z.object({
  after: z.coerce.number().int().nonnegative().default(0),
  limit: z.coerce.number().int().min(1).max(2000).default(200),
});

/** Every exchange between the product and Microsoft, and the faults that strike them. */
export function inspectorRoutes(simulation: Simulation): Hono {
  const routes = new Hono();
  const { exchanges, faults } = simulation;

  routes.get("/exchanges", (c) => {
    const page = pageSchema.parse(c.req.query());
    return c.json({ exchanges: exchanges.list(page), last: exchanges.last() });
  });

  routes.get("/faults", (c) => c.json({ faults: faults.list() }));

  routes.post("/faults", async (c) => {
    const rule = faults.add(faultRuleSchema.parse(await readBody(c)));
    simulation.changes.announce("settings");
    return c.json(rule, 201);
  });

  routes.delete("/faults", (c) => {
    faults.remove();
    simulation.changes.announce("settings");
    return c.body(null, 204);
  });

  routes.delete("/faults/:id", (c) => {
    faults.remove(c.req.param("id"));
    simulation.changes.announce("settings");
    return c.body(null, 204);
  });

  return routes;
}
