import type { Simulation } from "../simulation.ts";
import { grantedScopes, isRevoked, refreshTokensOf } from "./grants.ts";
import { parseScopes } from "./scopes.ts";
import { refuse, type TokenForm, type TokenResult } from "./token-exchange.ts";
import { userTokenBody } from "./user-tokens.ts";

/** Entra: OAuth 2.0 authorization code flow, refresh the access token. */
export async function redeemRefreshToken(
  simulation: Simulation,
  form: TokenForm,
): Promise<TokenResult> {
  const token = refreshTokensOf(simulation).get(form.refresh_token);
  if (!token) {
    return invalidGrant(
      9002313,
      "Invalid request. Request is malformed or invalid.",
    );
  }
  if (isRevoked(simulation, token)) {
    return invalidGrant(
      50173,
      "The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password.",
    );
  }
  if (token.expiresAt <= simulation.clock.now().toISOString()) {
    return invalidGrant(
      700082,
      "The refresh token has expired due to inactivity.",
    );
  }
  const wanted = parseScopes(form.scope);
  if (!wanted.ok) {
    return refuse({
      status: 400,
      error: "invalid_scope",
      number: 70011,
      message: `The provided value for the input parameter 'scope' is not valid. The scope ${wanted.unknown} is not valid.`,
    });
  }
  const held = grantedScopes(simulation, token.personId);
  if (
    wanted.scopes.some((scope) => !held.includes(scope)) ||
    held.length === 0
  ) {
    return invalidGrant(
      65001,
      `The user or administrator has not consented to use the application with ID '${simulation.app.clientId}' named '${simulation.app.name}'. Send an interactive authorization request for this user and resource.`,
      "consent_required",
    );
  }
  return {
    ok: true,
    body: await userTokenBody(simulation, {
      person: simulation.directory.person(token.personId)!,
      scopes: token.scopes,
      nonce: null,
      wantsClientInfo: form.client_info === "1",
    }),
  };
}

function invalidGrant(
  number: number,
  message: string,
  suberror?: string,
): TokenResult {
  return refuse({
    status: 400,
    error: "invalid_grant",
    number,
    message,
    ...(suberror ? { suberror } : {}),
  });
}
