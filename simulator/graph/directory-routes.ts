import { Hono } from "hono";
import {
  servicePrincipals,
  type ServicePrincipal,
} from "../world/service-principals.ts";
import {
  principalReaders,
  requireDirectoryScope,
  userReaders,
} from "./directory-access.ts";
import { resourceNotFound } from "./directory-error.ts";
import { parseEqualities, selectKnown, showEntity } from "./directory-query.ts";
import {
  metadataUrl,
  type Graph,
  type GraphEnvironment,
} from "./graph-context.ts";
import { notImplemented } from "./graph-error.ts";
import { parseSelect, readQueryOptions } from "./query.ts";
import { userResource } from "./user-resource.ts";

/** What an admin's script reads of the directory. */
export function directoryRoutes(graph: Graph): Hono<GraphEnvironment> {
  const routes = new Hono<GraphEnvironment>();
  const { simulation } = graph;
  const principals = () => servicePrincipals(simulation.app);

  // Graph: List servicePrincipals.
  routes.get("/servicePrincipals", (c) => {
    requireDirectoryScope(c.get("caller"), principalReaders);
    const options = readQueryOptions(c, ["$filter", "$select"]);
    const filter = options.get("$filter");
    if (filter === undefined)
      throw notImplemented("a list of all applications");
    const appId = parseEqualities(filter, ["appId"]).get("appId");
    const select = parseSelect(options.get("$select"));
    return c.json({
      "@odata.context": metadataUrl(graph, "servicePrincipals"),
      value: principals()
        .filter((principal) => principal.appId === appId)
        .map((principal) => selectKnown(resource(principal), select)),
    });
  });

  // Graph: Get servicePrincipal, by its alternate key.
  routes.get("/:principal{servicePrincipals\\(appId='[^']+'\\)}", (c) => {
    requireDirectoryScope(c.get("caller"), principalReaders);
    const appId = /'(.+)'/.exec(c.req.param("principal"))![1]!;
    const found = principals().find((principal) => principal.appId === appId);
    if (!found) throw resourceNotFound(appId);
    return c.json({
      "@odata.context": metadataUrl(graph, "servicePrincipals/$entity"),
      ...showEntity(c, resource(found)),
    });
  });

  // Graph: Get user, by id or user principal name.
  routes.get("/users/:user", (c) => {
    requireDirectoryScope(c.get("caller"), userReaders);
    const name = c.req.param("user");
    const { directory } = simulation;
    const byName = directory.personByAddress(name);
    const isUpn = byName?.upn.toLowerCase() === name.toLowerCase();
    const person = directory.person(name) ?? (isUpn ? byName : undefined);
    if (!person) throw resourceNotFound(name);
    return c.json({
      "@odata.context": metadataUrl(graph, "users/$entity"),
      ...showEntity(c, userResource(person)),
    });
  });

  return routes;

  /** Graph: servicePrincipal resource type. */
  function resource(principal: ServicePrincipal): Record<string, unknown> {
    const { id, appId, displayName, appRoles } = principal;
    return {
      id,
      accountEnabled: true,
      appId,
      appDisplayName: displayName,
      appRoleAssignmentRequired:
        appId === simulation.app.clientId &&
        simulation.settings.current().appAssignment !== "notRequired",
      displayName,
      servicePrincipalType: "Application",
      appRoles: appRoles.map((role) => ({
        ...role,
        allowedMemberTypes: ["Application"],
        description: role.displayName,
        isEnabled: true,
        origin: "Application",
      })),
    };
  }
}
