import type { Simulation } from "../simulation.ts";
import type { Person } from "../world/world-seed.ts";
import {
  accountRefusal,
  staleSignInRefusal,
  type SignInFacts,
} from "./account-refusal.ts";
import { consentMissing, type EntraRefusal } from "./entra-error.ts";
import { grantedScopes } from "./grants.ts";
import {
  isExpired,
  isRevoked,
  refreshTokensOf,
  type IssuedRefreshToken,
} from "./refresh-tokens.ts";
import { parseScopes } from "./scopes.ts";
import { refuse, type TokenForm, type TokenResult } from "./token-exchange.ts";
import { userTokenBody } from "./user-tokens.ts";

/** Entra: OAuth 2.0 authorization code flow, refresh the access token. */
export async function redeemRefreshToken(
  simulation: Simulation,
  form: TokenForm,
): Promise<TokenResult> {
  const tokens = refreshTokensOf(simulation);
  const token = tokens.get(form.refresh_token);
  if (!token) {
    return refuse(
      invalidGrant(
        9002313,
        "Invalid request. Request is malformed or invalid.",
      ),
    );
  }
  const person = simulation.directory.person(token.personId)!;
  const signIn: SignInFacts = {
    signedInAt: new Date(token.signedInAt ?? token.issuedAt),
    hasMfa: token.hasMfa ?? false,
  };
  const refusal =
    voidTokenRefusal(simulation, token) ??
    accountRefusal(simulation, person, signIn) ??
    staleSignInRefusal(simulation, person, signIn) ??
    scopeRefusal(simulation, person, form.scope);
  if (refusal) return refuse(refusal);
  tokens.put(form.refresh_token, { ...token, isUsed: true });
  return {
    ok: true,
    body: await userTokenBody(simulation, {
      person,
      scopes: token.scopes,
      nonce: null,
      wantsClientInfo: form.client_info === "1",
      signIn,
    }),
  };
}

function voidTokenRefusal(
  simulation: Simulation,
  token: IssuedRefreshToken,
): EntraRefusal | null {
  const { refreshTokenRotation, voidTokenSuberror } =
    simulation.settings.current();
  const suberror =
    voidTokenSuberror === "none" ? {} : { suberror: voidTokenSuberror };
  if (isRevoked(simulation, token)) {
    return {
      ...invalidGrant(
        50173,
        "The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password.",
      ),
      ...suberror,
    };
  }
  if (isExpired(simulation, token)) {
    return {
      ...invalidGrant(
        700082,
        `The refresh token has expired due to inactivity. The token was issued on ${token.issuedAt} and was inactive for 90.00:00:00.`,
      ),
      ...suberror,
    };
  }
  if (refreshTokenRotation === "single" && token.isUsed) {
    return invalidGrant(
      70000,
      "The provided value for the input parameter 'refresh_token' or 'assertion' is not valid.",
    );
  }
  return null;
}

function scopeRefusal(
  simulation: Simulation,
  person: Person,
  scope: string,
): EntraRefusal | null {
  const wanted = parseScopes(scope);
  if (!wanted.ok) {
    return {
      status: 400,
      error: "invalid_scope",
      number: 70011,
      message: `The provided value for the input parameter 'scope' is not valid. The scope ${wanted.unknown} is not valid.`,
    };
  }
  const held = grantedScopes(simulation, person.id);
  const isMissing = wanted.scopes.some((name) => !held.includes(name));
  return isMissing || held.length === 0 ? consentMissing(simulation.app) : null;
}

function invalidGrant(number: number, message: string): EntraRefusal {
  return { status: 400, error: "invalid_grant", number, message };
}
