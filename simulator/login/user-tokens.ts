import type { Simulation } from "../simulation.ts";
import type { Person } from "../world/world-seed.ts";
import type { SignInFacts } from "./account-refusal.ts";
import { grantedScopes } from "./grants.ts";
import { issueRefreshToken } from "./refresh-tokens.ts";
import { delegatedGraphToken, idToken, signedInTenantId } from "./tokens.ts";

/**
 * The body of a successful token reply for a person. The access token carries every Graph scope
 * that has been consented to, not only those asked for now, as Entra's does.
 */
export async function userTokenBody(
  simulation: Simulation,
  grant: {
    person: Person;
    scopes: string[];
    nonce: string | null;
    wantsClientInfo: boolean;
    /** Kept with the refresh token. */
    signIn: SignInFacts;
  },
): Promise<Record<string, unknown>> {
  const { person, scopes, nonce, wantsClientInfo, signIn } = grant;
  const { accessTokenSeconds } = simulation.settings.current();
  const held = grantedScopes(simulation, person.id);
  return {
    token_type: "Bearer",
    // A grant that an admin has made may name OpenID's own scopes as well.
    scope: [
      ...new Set([
        ...held.filter((scope) => scope !== "offline_access"),
        "openid",
        "profile",
        "email",
      ]),
    ].join(" "),
    expires_in: accessTokenSeconds,
    ext_expires_in: accessTokenSeconds,
    access_token: await delegatedGraphToken(simulation, {
      person,
      scopes: held,
    }),
    ...(scopes.includes("offline_access")
      ? {
          refresh_token: issueRefreshToken(simulation, {
            personId: person.id,
            scopes,
            signedInAt: signIn.signedInAt.toISOString(),
            hasMfa: signIn.hasMfa,
          }),
        }
      : {}),
    id_token: await idToken(simulation, { person, nonce }),
    ...(wantsClientInfo ? { client_info: clientInfo(simulation, person) } : {}),
  };
}

function clientInfo(simulation: Simulation, person: Person): string {
  const info = { uid: person.id, utid: signedInTenantId(simulation) };
  return Buffer.from(JSON.stringify(info)).toString("base64url");
}
