import { Hono } from "hono";
import { z } from "zod";
import type { Simulation } from "../simulation.ts";
import { entraSide } from "./entra-side.ts";
import { readBody } from "./read-body.ts";

const byPerson = z.strictObject({ personId: z.string() });
const byScopes = z.strictObject({ scopes: z.array(z.string()) });
const byPem = z.strictObject({ pem: z.string() });
const byNames = z.strictObject({ names: z.array(z.string()) });

/** What admins do in Entra ID; people are named by object id or address. */
export function entraAdminRoutes(simulation: Simulation): Hono {
  const routes = new Hono();
  const entra = entraSide(simulation);

  routes.post("/sso-token", async (c) => {
    const { personId } = byPerson.parse(await readBody(c));
    return c.json({ token: await entra.ssoToken(personId) });
  });

  routes.post("/people/:personId/revoke-sessions", (c) => {
    entra.revokeSessions(c.req.param("personId"));
    return c.body(null, 204);
  });

  routes.post("/people/:personId/expire-refresh-tokens", (c) => {
    entra.expireRefreshTokens(c.req.param("personId"));
    return c.body(null, 204);
  });

  routes.post("/people/:personId/withdraw-consent", (c) => {
    entra.withdrawConsent(c.req.param("personId"));
    return c.body(null, 204);
  });

  routes.post("/people/:personId/grant", async (c) => {
    const { scopes } = byScopes.parse(await readBody(c));
    entra.grantTo(c.req.param("personId"), scopes);
    return c.body(null, 204);
  });

  routes.get("/grants", (c) =>
    c.json({
      grants: entra.grants(),
      applicationPermissions: entra.applicationPermissions(),
    }),
  );

  routes.post("/grants", async (c) => {
    entra.grantForOrganization(byScopes.parse(await readBody(c)).scopes);
    return c.body(null, 204);
  });

  routes.post("/application-permissions", async (c) => {
    entra.grantApplicationPermissions(byNames.parse(await readBody(c)).names);
    return c.body(null, 204);
  });

  routes.put("/registration/application-permissions", async (c) => {
    entra.requestApplicationPermissions(byNames.parse(await readBody(c)).names);
    return c.body(null, 204);
  });

  routes.post("/registration/certificates", async (c) => {
    entra.registerCertificate(byPem.parse(await readBody(c)).pem);
    return c.body(null, 204);
  });

  return routes;
}
