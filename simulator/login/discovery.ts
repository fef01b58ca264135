import type { Simulation } from "../simulation.ts";

/** Entra: OpenID Connect on the Microsoft identity platform, the configuration document. */
export function openIdConfiguration(simulation: Simulation): unknown {
  const { tlsUrl, pagesUrl } = simulation.addresses;
  const tenantId = simulation.directory.tenant.id;
  return {
    token_endpoint: tokenEndpoint(simulation),
    token_endpoint_auth_methods_supported: [
      "client_secret_post",
      "private_key_jwt",
      "client_secret_basic",
    ],
    jwks_uri: `${tlsUrl}/${tenantId}/discovery/v2.0/keys`,
    response_modes_supported: ["query"],
    subject_types_supported: ["pairwise"],
    id_token_signing_alg_values_supported: ["RS256"],
    response_types_supported: ["code"],
    scopes_supported: ["openid", "profile", "email", "offline_access"],
    issuer: `${tlsUrl}/${tenantId}/v2.0`,
    // A page for people: on plain http, so that no certificate has to be clicked away. msal-node
    // puts the tenant in place of the first part of the path, so nothing may come before it.
    authorization_endpoint: `${pagesUrl}/${tenantId}/oauth2/v2.0/authorize`,
    claims_supported: ["sub", "iss", "aud", "exp", "iat", "name", "oid", "tid"],
    tenant_region_scope: "EU",
    cloud_instance_name: "microsoftonline.com",
    msgraph_host: "graph.microsoft.com",
  };
}

/** Also what a client assertion must name as its audience. */
export function tokenEndpoint(simulation: Simulation): string {
  const { addresses, directory } = simulation;
  return `${addresses.tlsUrl}/${directory.tenant.id}/oauth2/v2.0/token`;
}

export function keySet(simulation: Simulation): unknown {
  return { keys: [simulation.keys.entra.publicJwk] };
}
