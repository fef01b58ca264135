import { Hono } from "hono";
import { html } from "hono/html";
import { z } from "zod";
import type { Simulation } from "../../simulation.ts";
import { page } from "../page-frame.ts";
import { adminCenterPath } from "./action-button.ts";
import { takeAdminAction } from "./admin-center-actions.ts";
import { adminCenterPage } from "./admin-center-page.ts";

const formSchema = z.object({
  person: z.string().default(""),
  permission: z.string().default(""),
});

/** A page of the simulator's own: what admins would do in the Entra admin center. */
export function adminCenterRoutes(simulation: Simulation): Hono {
  const routes = new Hono();

  routes.get(adminCenterPath, (c) =>
    c.html(adminCenterPage(simulation, c.req.query("done") ?? null)),
  );

  routes.post(`${adminCenterPath}/:action`, async (c) => {
    const form = formSchema.parse(await c.req.parseBody());
    const done = takeAdminAction(simulation, c.req.param("action"), form);
    if (done === null) {
      const body = html`<p>
        There is no such button. <a href="${adminCenterPath}">Go back</a>
      </p>`;
      return c.html(page(simulation, { title: "Not here", body }), 404);
    }
    // A page that is loaded again must not do it again.
    const query = new URLSearchParams({ done }).toString();
    return c.redirect(`${adminCenterPath}?${query}`, 303);
  });

  return routes;
}
