import { Hono } from "hono";
import type { ServiceEnvironment } from "../http/service-environment.ts";
import type { Simulation } from "../simulation.ts";
import { keySet, openIdConfiguration } from "./discovery.ts";
import { entraErrorResponse } from "./entra-error.ts";
import { answerTokenRequest } from "./token-endpoint.ts";

/** Entra's side for backends. */
export function entraRoutes(simulation: Simulation): Hono<ServiceEnvironment> {
  const routes = new Hono<ServiceEnvironment>();

  routes.get("/:tenantId/v2.0/.well-known/openid-configuration", (c) =>
    isTenant(c.req.param("tenantId"))
      ? c.json(openIdConfiguration(simulation) as object)
      : unknownTenant(c.req.param("tenantId")),
  );

  routes.get("/:tenantId/discovery/v2.0/keys", (c) =>
    isTenant(c.req.param("tenantId"))
      ? c.json(keySet(simulation) as object)
      : unknownTenant(c.req.param("tenantId")),
  );

  routes.post("/:tenantId/oauth2/v2.0/token", async (c) =>
    isTenant(c.req.param("tenantId"))
      ? answerTokenRequest(simulation, {
          form: await c.req.parseBody(),
          authorization: c.req.header("authorization"),
        })
      : unknownTenant(c.req.param("tenantId")),
  );

  return routes;

  function isTenant(id: string): boolean {
    return id === simulation.directory.tenant.id;
  }

  function unknownTenant(id: string): Response {
    return entraErrorResponse(
      {
        status: 400,
        error: "invalid_request",
        number: 90002,
        message: `Tenant '${id}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`,
      },
      simulation.clock.now(),
    );
  }
}
