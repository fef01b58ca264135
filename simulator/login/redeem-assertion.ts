import type { Simulation } from "../simulation.ts";
import { accountRefusal, staleSignInRefusal } from "./account-refusal.ts";
import type { Client } from "./authenticate-client.ts";
import { consentMissing, type EntraRefusal } from "./entra-error.ts";
import { grantedScopes } from "./grants.ts";
import { readAssertion } from "./read-assertion.ts";
import { parseScopes } from "./scopes.ts";
import { refuse, type TokenForm, type TokenResult } from "./token-exchange.ts";
import { graphAudience } from "./tokens.ts";
import { userTokenBody } from "./user-tokens.ts";

/**
 * Entra: OAuth 2.0 On-Behalf-Of flow. The app shows the token that it was called with, and gets one
 * for Graph with what that person, or the organization, has granted to it.
 */
export async function redeemAssertion(
  simulation: Simulation,
  client: Client,
  form: TokenForm,
): Promise<TokenResult> {
  if (form.requested_token_use !== "on_behalf_of") {
    return refuse(
      invalidRequest(
        900144,
        "The request body must contain the following parameter: 'requested_token_use'.",
      ),
    );
  }
  const assertion = await readAssertion(simulation, client, form.assertion);
  if (!assertion.ok) return assertion;
  const { person, signedInAt } = assertion;
  // Nothing in Teams' token says with how many factors somebody has signed in.
  const signIn = { signedInAt, hasMfa: false };
  const scopes = wantedScopes(form.scope);
  if (!scopes.ok) return refuse(scopes.refusal);
  const refusal =
    accountRefusal(simulation, person, signIn) ??
    staleSignInRefusal(simulation, person, signIn);
  if (refusal) return refuse(refusal);

  const granted = grantedScopes(simulation, person.id);
  const isMissing = scopes.named.some((name) => !granted.includes(name));
  if (isMissing || granted.length === 0) {
    return refuse(consentMissing(simulation.app));
  }
  return {
    ok: true,
    body: await userTokenBody(simulation, {
      person,
      scopes: scopes.isOffline ? [...granted, "offline_access"] : granted,
      nonce: null,
      wantsClientInfo: form.client_info === "1",
      signIn,
    }),
  };
}

type WantedScopes =
  | {
      ok: true;
      /** Those that have to be granted; none for `.default`: whatever is. */
      named: string[];
      isOffline: boolean;
    }
  | { ok: false; refusal: EntraRefusal };

function wantedScopes(parameter: string): WantedScopes {
  const items = parameter.split(" ").filter(Boolean);
  const isDefault = (item: string) => item === `${graphAudience}/.default`;
  const parsed = parseScopes(
    items.filter((item) => !isDefault(item)).join(" "),
  );
  if (!parsed.ok) {
    return {
      ok: false,
      refusal: {
        ...invalidRequest(
          70011,
          `The provided value for the input parameter 'scope' is not valid. The scope ${parsed.unknown} is not valid.`,
        ),
        error: "invalid_scope",
      },
    };
  }
  const named = parsed.scopes.filter((name) => name !== "offline_access");
  if (named.length === 0 && !items.some(isDefault)) {
    return {
      ok: false,
      refusal: invalidRequest(
        900144,
        "The request body must contain the following parameter: 'scope'.",
      ),
    };
  }
  return { ok: true, named, isOffline: items.includes("offline_access") };
}

function invalidRequest(number: number, message: string): EntraRefusal {
  return { status: 400, error: "invalid_request", number, message };
}
