import { Hono } from "hono";
import type { Simulation } from "../simulation.ts";
import { adminConsentRoutes } from "./admin-consent-routes.ts";
import { authorizeRoutes } from "./authorize-routes.ts";

/** The pages of Entra that people see. They keep no session: each sign-in picks an account. */
export function loginPagesRoutes(simulation: Simulation): Hono {
  const routes = new Hono();
  routes.route("/", authorizeRoutes(simulation));
  routes.route("/", adminConsentRoutes(simulation));
  return routes;
}
