import { randomBytes } from "node:crypto";
import type { Simulation } from "../simulation.ts";
import type { Person } from "../world/world-seed.ts";
import { grantedScopes, refreshTokensOf } from "./grants.ts";
import {
  delegatedGraphToken,
  idToken,
  tokenLifetimeSeconds,
} from "./tokens.ts";

/** Entra: refresh tokens of confidential clients live 90 days. */
const refreshTokenLifetimeMs = 90 * 24 * 60 * 60 * 1000;

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
  },
): Promise<Record<string, unknown>> {
  const { person, scopes, nonce, wantsClientInfo } = grant;
  const held = grantedScopes(simulation, person.id);
  return {
    token_type: "Bearer",
    scope: [
      ...held.filter((scope) => scope !== "offline_access"),
      "openid",
      "profile",
      "email",
    ].join(" "),
    expires_in: tokenLifetimeSeconds,
    ext_expires_in: tokenLifetimeSeconds,
    access_token: await delegatedGraphToken(simulation, {
      person,
      scopes: held,
    }),
    ...(scopes.includes("offline_access")
      ? { refresh_token: issueRefreshToken(simulation, person, scopes) }
      : {}),
    id_token: await idToken(simulation, { person, nonce }),
    ...(wantsClientInfo ? { client_info: clientInfo(simulation, person) } : {}),
  };
}

function issueRefreshToken(
  simulation: Simulation,
  person: Person,
  scopes: string[],
): string {
  const token = `1.${randomBytes(48).toString("base64url")}`;
  const now = simulation.clock.now();
  refreshTokensOf(simulation).put(token, {
    personId: person.id,
    scopes,
    issuedAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + refreshTokenLifetimeMs).toISOString(),
  });
  return token;
}

function clientInfo(simulation: Simulation, person: Person): string {
  const info = { uid: person.id, utid: simulation.directory.tenant.id };
  return Buffer.from(JSON.stringify(info)).toString("base64url");
}
