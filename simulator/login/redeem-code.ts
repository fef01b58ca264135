import { createHash } from "node:crypto";
import type { Simulation } from "../simulation.ts";
import { accountRefusal } from "./account-refusal.ts";
import { codesOf, type IssuedCode } from "./grants.ts";
import type { EntraRefusal } from "./entra-error.ts";
import { refuse, type TokenForm, type TokenResult } from "./token-exchange.ts";
import { userTokenBody } from "./user-tokens.ts";

/** Entra: OAuth 2.0 authorization code flow, redeem a code for an access token. */
export async function redeemCode(
  simulation: Simulation,
  form: TokenForm,
): Promise<TokenResult> {
  const codes = codesOf(simulation);
  const code = codes.get(form.code);
  const problem = findProblem(code, form, simulation.clock.now());
  if (problem) return refuse(problem);
  // `findProblem` refuses an unknown code.
  const issued = code!;
  codes.put(form.code, { ...issued, isRedeemed: true });
  const person = simulation.directory.person(issued.personId)!;
  const signIn = {
    signedInAt: simulation.clock.now(),
    hasMfa: issued.hasMfa ?? false,
  };
  const refusal = accountRefusal(simulation, person, signIn);
  if (refusal) return refuse(refusal);
  return {
    ok: true,
    body: await userTokenBody(simulation, {
      person,
      scopes: issued.scopes,
      nonce: issued.nonce,
      wantsClientInfo: form.client_info === "1",
      signIn,
    }),
  };
}

function findProblem(
  code: IssuedCode | undefined,
  form: TokenForm,
  now: Date,
): EntraRefusal | null {
  const invalidGrant = (number: number, message: string): EntraRefusal => ({
    status: 400,
    error: "invalid_grant",
    number,
    message,
  });
  if (!code) {
    return invalidGrant(
      9002313,
      "Invalid request. Request is malformed or invalid.",
    );
  }
  if (code.isRedeemed) {
    return invalidGrant(
      54005,
      "OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.",
    );
  }
  if (code.expiresAt <= now.toISOString()) {
    return invalidGrant(
      70008,
      "The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.",
    );
  }
  if (code.redirectUri !== form.redirect_uri) {
    return invalidGrant(
      500112,
      `The reply address '${form.redirect_uri}' does not match the reply address '${code.redirectUri}' provided when requesting Authorization code.`,
    );
  }
  // RFC 9700, 2.1.1: a verifier without a challenge is a downgrade. Whether Entra looks is not documented.
  const expected = form.code_verifier ? challengeOf(form.code_verifier) : null;
  if (expected !== code.codeChallenge) {
    return invalidGrant(
      501481,
      "The Code_Verifier does not match the code_challenge supplied in the authorization request.",
    );
  }
  return null;
}

/** RFC 7636, S256. */
function challengeOf(verifier: string): string {
  return createHash("sha256").update(verifier).digest("base64url");
}
