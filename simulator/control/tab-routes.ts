import { Hono } from "hono";
import { z } from "zod";
import type { Simulation } from "../simulation.ts";
import { readBody } from "./read-body.ts";
import { tabDesk } from "./tab-desk.ts";

const configShape = z.strictObject({
  entityId: z.string(),
  contentUrl: z.string(),
  websiteUrl: z.string().optional(),
});
const newTabShape = z.strictObject({
  ...configShape.shape,
  personId: z.string(),
  name: z.string(),
});
const tabChangeShape = z.strictObject({
  personId: z.string(),
  name: z.string().optional(),
  config: configShape.optional(),
});
const removalShape = z.strictObject({ personId: z.string() });

/** The row of tabs of a channel. */
export function tabRoutes(simulation: Simulation): Hono {
  const routes = new Hono();
  const desk = tabDesk(simulation);
  const path = "/teams/:teamId/channels/:channelId/tabs";

  routes.post(path, async (c) => {
    const { personId, ...wanted } = newTabShape.parse(await readBody(c));
    const { teamId: team, channelId: channel } = c.req.param();
    return c.json(desk.add({ team, channel, person: personId }, wanted), 201);
  });

  routes.patch(`${path}/:id`, async (c) => {
    const { personId, ...change } = tabChangeShape.parse(await readBody(c));
    const { teamId: team, channelId: channel, id } = c.req.param();
    const place = { team, channel, person: personId };
    return c.json(desk.change(place, { id, ...change }));
  });

  routes.delete(`${path}/:id`, async (c) => {
    const { personId } = removalShape.parse(await readBody(c));
    const { teamId: team, channelId: channel, id } = c.req.param();
    desk.remove({ team, channel, person: personId }, id);
    return c.body(null, 204);
  });

  return routes;
}
