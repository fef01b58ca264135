import { z } from "zod";
import type { PermissionGrant } from "../login/grants.ts";
import type { Simulation } from "../simulation.ts";
import {
  graphPrincipal,
  productPrincipal,
  servicePrincipals,
} from "../world/service-principals.ts";
import { invalidRequest, resourceNotFound } from "./directory-error.ts";
import { notImplemented } from "./graph-error.ts";

const newGrantSchema = z.strictObject({
  clientId: z.string(),
  consentType: z.enum(["Principal", "AllPrincipals"]),
  principalId: z.string().nullish(),
  resourceId: z.string(),
  scope: z.string().regex(/\S/),
});

const changeSchema = z.strictObject({ scope: z.string().regex(/\S/) });

/** Graph: Create oAuth2PermissionGrant. What the scopes are called is not checked there either. */
export function parseNewGrant(
  simulation: Simulation,
  body: unknown,
): PermissionGrant {
  const grant = parse(newGrantSchema, body);
  requirePrincipal(
    simulation,
    grant.clientId,
    productPrincipal(simulation.app).id,
  );
  requirePrincipal(simulation, grant.resourceId, graphPrincipal().id);
  const principalId = grant.principalId ?? null;
  if ((grant.consentType === "Principal") !== (principalId !== null)) {
    throw invalidRequest(
      "principalId must be given with the consentType Principal, and with no other.",
    );
  }
  if (principalId !== null && !simulation.directory.person(principalId)) {
    throw resourceNotFound(principalId);
  }
  return { personId: principalId, scopes: scopesIn(grant.scope) };
}

/** Graph: Update oAuth2PermissionGrant: the scopes are replaced as a whole. */
export function parseNewScopes(body: unknown): string[] {
  return scopesIn(parse(changeSchema, body).scope);
}

function parse<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw invalidRequest(
    `Invalid value specified for property '${issue?.path.join(".") ?? ""}' of resource 'OAuth2PermissionGrant'.`,
  );
}

function scopesIn(text: string): string[] {
  return text.trim().split(/\s+/);
}

/** Other applications exist, but nothing is kept for them. */
function requirePrincipal(
  simulation: Simulation,
  id: string,
  wanted: string,
): void {
  if (id === wanted) return;
  const exists = servicePrincipals(simulation.app).some(
    (principal) => principal.id === id,
  );
  if (!exists) throw resourceNotFound(id);
  throw notImplemented("grants between other applications");
}
