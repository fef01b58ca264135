import { createHash } from "node:crypto";
import { Hono } from "hono";
import { z } from "zod";
import {
  graphPrincipal,
  productPrincipal,
  servicePrincipals,
} from "../world/service-principals.ts";
import {
  principalReaders,
  requireAdmin,
  requireDirectoryScope,
  roleAssigners,
} from "./directory-access.ts";
import { invalidRequest, resourceNotFound } from "./directory-error.ts";
import {
  metadataUrl,
  readJson,
  type Graph,
  type GraphEnvironment,
  type GraphRequest,
} from "./graph-context.ts";
import { notImplemented } from "./graph-error.ts";
import { readQueryOptions } from "./query.ts";

const assignmentSchema = z.strictObject({
  principalId: z.string(),
  resourceId: z.string(),
  appRoleId: z.string(),
});

/** Application permissions of the app, which are app roles of Microsoft Graph. */
export function appRoleRoutes(graph: Graph): Hono<GraphEnvironment> {
  const routes = new Hono<GraphEnvironment>();
  const { app } = graph.simulation;
  const path = "/servicePrincipals/:id/appRoleAssignments";

  // Graph: List appRoleAssignments granted to a service principal.
  routes.get(path, (c) => {
    requireDirectoryScope(c.get("caller"), principalReaders);
    readQueryOptions(c, []);
    requireProduct(c);
    return c.json({
      "@odata.context": metadataUrl(graph, "appRoleAssignments"),
      value: app.applicationPermissions.map(assignment),
    });
  });

  // Graph: Grant an appRoleAssignment to a service principal.
  routes.post(path, async (c) => {
    requireAdmin(c.get("caller"), roleAssigners);
    requireDirectoryScope(c.get("caller"), principalReaders);
    requireProduct(c);
    const name = parseRole(c.req.param("id"), await readJson(c));
    if (app.applicationPermissions.includes(name)) {
      // Known; the page names no error.
      throw invalidRequest(
        "Permission being assigned already exists on the object",
      );
    }
    app.grantApplicationPermissions([name]);
    return c.json(
      {
        "@odata.context": metadataUrl(graph, "appRoleAssignments/$entity"),
        ...assignment(name),
      },
      201,
    );
  });

  // Graph: Delete an appRoleAssignment from a service principal.
  routes.delete(`${path}/:assignmentId`, (c) => {
    requireAdmin(c.get("caller"), roleAssigners);
    requireProduct(c);
    const id = c.req.param("assignmentId");
    const name = app.applicationPermissions.find(
      (held) => assignment(held).id === id,
    );
    if (name === undefined) throw resourceNotFound(id);
    app.withdrawApplicationPermission(name);
    return c.body(null, 204);
  });

  return routes;

  function requireProduct(c: GraphRequest): void {
    const id = c.req.param("id") ?? "";
    const found = servicePrincipals(app).find(
      (principal) => principal.id === id,
    );
    if (!found) throw resourceNotFound(id);
    if (found.id !== productPrincipal(app).id)
      throw notImplemented("application permissions of other applications");
  }

  /** The name of the permission that is to be granted. */
  function parseRole(principalId: string, body: unknown): string {
    const parsed = assignmentSchema.safeParse(body);
    if (!parsed.success || parsed.data.principalId !== principalId) {
      throw invalidRequest(
        "One or more properties of the appRoleAssignment are missing or invalid.",
      );
    }
    const { resourceId, appRoleId } = parsed.data;
    const resource = graphPrincipal();
    if (resourceId !== resource.id) throw resourceNotFound(resourceId);
    const role = resource.appRoles.find(({ id }) => id === appRoleId);
    if (role) return role.value;
    throw invalidRequest(
      `Permission being assigned was not found on application '${resource.appId}'.`,
    );
  }

  /** Graph: appRoleAssignment resource type; when it was made is not kept. */
  function assignment(name: string) {
    const principal = productPrincipal(app);
    const resource = graphPrincipal();
    const role = resource.appRoles.find(({ value }) => value === name)!;
    return {
      id: createHash("sha256")
        .update(`${principal.id}/${role.id}`)
        .digest("base64url"),
      deletedDateTime: null,
      appRoleId: role.id,
      principalDisplayName: principal.displayName,
      principalId: principal.id,
      principalType: "ServicePrincipal",
      resourceDisplayName: resource.displayName,
      resourceId: resource.id,
    };
  }
}
