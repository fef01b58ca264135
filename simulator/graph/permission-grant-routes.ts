import { Hono } from "hono";
import {
  listGrants,
  putGrant,
  scopesOfGrant,
  type PermissionGrant,
} from "../login/grants.ts";
import {
  grantReaders,
  grantWriters,
  requireAdmin,
} from "./directory-access.ts";
import { grantExists, resourceNotFound } from "./directory-error.ts";
import { parseEqualities, selectKnown } from "./directory-query.ts";
import {
  metadataUrl,
  readJson,
  type Graph,
  type GraphEnvironment,
  type GraphRequest,
} from "./graph-context.ts";
import { parseNewGrant, parseNewScopes } from "./parse-permission-grant.ts";
import { permissionGrantResource } from "./permission-grant-resource.ts";
import { parseSelect, readQueryOptions } from "./query.ts";

/** Delegated permissions of the app: the same grants as those that people make by consenting. */
export function permissionGrantRoutes(graph: Graph): Hono<GraphEnvironment> {
  const routes = new Hono<GraphEnvironment>();
  const { simulation } = graph;
  const resource = (grant: PermissionGrant) =>
    permissionGrantResource(simulation.app, grant);

  // Graph: List oauth2PermissionGrants.
  routes.get("/oauth2PermissionGrants", (c) => {
    requireAdmin(c.get("caller"), grantReaders);
    const options = readQueryOptions(c, ["$filter", "$select"]);
    const select = parseSelect(options.get("$select"));
    const wanted = parseEqualities(options.get("$filter") ?? "", [
      "clientId",
      "consentType",
      "principalId",
      "resourceId",
    ]);
    const found = listGrants(simulation)
      .map(resource)
      .filter((grant) =>
        [...wanted].every(([name, value]) => fieldOf(grant, name) === value),
      );
    return c.json({
      "@odata.context": metadataUrl(graph, "oauth2PermissionGrants"),
      value: found.map((grant) => selectKnown(grant, select)),
    });
  });

  // Graph: Create oAuth2PermissionGrant.
  routes.post("/oauth2PermissionGrants", async (c) => {
    requireAdmin(c.get("caller"), grantWriters);
    const grant = parseNewGrant(simulation, await readJson(c));
    if (scopesOfGrant(simulation, grant.personId).length > 0)
      throw grantExists();
    putGrant(simulation, grant);
    return c.json(
      {
        "@odata.context": metadataUrl(graph, "oauth2PermissionGrants/$entity"),
        ...resource(grant),
      },
      201,
    );
  });

  // Graph: Update oAuth2PermissionGrant.
  routes.patch("/oauth2PermissionGrants/:id", async (c) => {
    requireAdmin(c.get("caller"), grantWriters);
    const { personId } = find(c);
    putGrant(simulation, {
      personId,
      scopes: parseNewScopes(await readJson(c)),
    });
    return c.body(null, 204);
  });

  // Graph: Delete oAuth2PermissionGrant.
  routes.delete("/oauth2PermissionGrants/:id", (c) => {
    requireAdmin(c.get("caller"), grantWriters);
    putGrant(simulation, { ...find(c), scopes: [] });
    return c.body(null, 204);
  });

  return routes;

  function find(c: GraphRequest): PermissionGrant {
    const id = c.req.param("id") ?? "";
    const grant = listGrants(simulation).find(
      (candidate) => resource(candidate).id === id,
    );
    if (!grant) throw resourceNotFound(id);
    return grant;
  }
}

function fieldOf(resource: object, name: string): unknown {
  return Object.entries(resource).find(([key]) => key === name)?.[1];
}
