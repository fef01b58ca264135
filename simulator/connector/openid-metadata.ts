import type { Simulation } from "../simulation.ts";

export const connectorIssuer = "https://api.botframework.com";

/** Bot Framework: Authenticate requests from the Bot Connector service to your bot. */
export function botOpenIdMetadata(simulation: Simulation) {
  const base = `${simulation.addresses.tlsUrl}/botframework/v1/.well-known`;
  return {
    issuer: connectorIssuer,
    authorization_endpoint: "https://invalid.botframework.com",
    jwks_uri: `${base}/keys`,
    id_token_signing_alg_values_supported: ["RS256"],
    token_endpoint_auth_methods_supported: ["private_key_jwt"],
  };
}

/** Each key names the channels that it may speak for. */
export function botKeySet(simulation: Simulation) {
  const { publicJwk } = simulation.keys.botFramework;
  return { keys: [{ ...publicJwk, endorsements: ["msteams"] }] };
}
