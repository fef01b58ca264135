import type { PermissionGrant } from "../login/grants.ts";
import type { AppRegistration } from "../world/app-registration.ts";
import {
  graphPrincipal,
  productPrincipal,
} from "../world/service-principals.ts";

/** Graph: oAuth2PermissionGrant resource type. */
export function permissionGrantResource(
  app: AppRegistration,
  { personId, scopes }: PermissionGrant,
) {
  const clientId = productPrincipal(app).id;
  const resourceId = graphPrincipal().id;
  return {
    id: grantId([clientId, resourceId, ...(personId ? [personId] : [])]),
    clientId,
    consentType: personId ? "Principal" : "AllPrincipals",
    principalId: personId,
    resourceId,
    scope: scopes.join(" "),
  };
}

/** Seen in issues on the Azure CLI: the bytes of client, resource and person, one after another. */
function grantId(guids: string[]): string {
  return Buffer.concat(guids.map(guidBytes)).toString("base64url");
}

/** .NET writes the first three parts of a GUID with the least byte first. */
function guidBytes(guid: string): Buffer {
  const [a, b, c, ...rest] = guid.split("-");
  const reversed = [a, b, c].map((part) => Buffer.from(part!, "hex").reverse());
  return Buffer.concat([...reversed, Buffer.from(rest.join(""), "hex")]);
}
