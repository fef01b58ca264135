import { SignJWT, type JWTPayload } from "jose";
import { randomUUID } from "node:crypto";
import { deterministicGuid } from "../seed/deterministic-guid.ts";
import type { Simulation } from "../simulation.ts";
import type { Person } from "../world/world-seed.ts";
import type { SigningKey } from "./signing-keys.ts";

/** Entra: access token lifetime; real ones vary between 60 and 90 minutes. Graph's is a setting. */
export const tokenLifetimeSeconds = 3600;
export const graphAudience = "https://graph.microsoft.com";
export const connectorAudience = "https://api.botframework.com";
/** The web client of Teams. */
const teamsWebClientId = "5e3ce6c0-2b1f-4285-8d4b-75ee78787346";

export async function sign(
  key: SigningKey,
  claims: JWTPayload,
): Promise<string> {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: "RS256", typ: "JWT", kid: key.kid })
    .sign(key.privateKey);
}

export function lifetime(
  now: Date,
  lifetimeSeconds = tokenLifetimeSeconds,
): { iat: number; nbf: number; exp: number } {
  const seconds = Math.floor(now.getTime() / 1000);
  return { iat: seconds, nbf: seconds, exp: seconds + lifetimeSeconds };
}

export function issuerV2(simulation: Simulation): string {
  return `${simulation.addresses.tlsUrl}/${simulation.directory.tenant.id}/v2.0`;
}

/** Graph's tokens are of version 1; clients must not look inside. */
export function delegatedGraphToken(
  simulation: Simulation,
  grant: { person: Person; scopes: string[] },
): Promise<string> {
  const { person, scopes } = grant;
  const tenantId = simulation.directory.tenant.id;
  return sign(simulation.keys.entra, {
    aud: graphAudience,
    iss: `https://sts.windows.net/${tenantId}/`,
    ...lifetime(
      simulation.clock.now(),
      simulation.settings.current().accessTokenSeconds,
    ),
    appid: simulation.app.clientId,
    app_displayname: simulation.app.name,
    name: person.displayName,
    oid: person.id,
    upn: person.upn,
    scp: scopes.filter((scope) => scope !== "offline_access").join(" "),
    tid: tenantId,
    uti: randomUUID(),
    ver: "1.0",
  });
}

export function appOnlyToken(
  simulation: Simulation,
  grant: {
    audience: string;
    clientId: string;
    roles: string[];
    lifetimeSeconds: number;
  },
): Promise<string> {
  const tenantId = simulation.directory.tenant.id;
  return sign(simulation.keys.entra, {
    aud: grant.audience,
    iss: `https://sts.windows.net/${tenantId}/`,
    ...lifetime(simulation.clock.now(), grant.lifetimeSeconds),
    appid: grant.clientId,
    idtyp: "app",
    roles: grant.roles,
    tid: tenantId,
    uti: randomUUID(),
    ver: "1.0",
  });
}

/** Entra: ID token claims reference. */
export function idToken(
  simulation: Simulation,
  grant: { person: Person; nonce: string | null },
): Promise<string> {
  const { person, nonce } = grant;
  return sign(simulation.keys.entra, {
    aud: simulation.app.clientId,
    iss: issuerV2(simulation),
    ...lifetime(simulation.clock.now()),
    ...personClaims(simulation, person),
    tid: signedInTenantId(simulation),
    ...(nonce ? { nonce } : {}),
  });
}

/** The tenant that a sign-in names. */
export function signedInTenantId(simulation: Simulation): string {
  return simulation.settings.current().signedInTenant === "own"
    ? simulation.directory.tenant.id
    : deterministicGuid("another-tenant");
}

/** What a test may change about a token in order to forge one. */
export interface TokenOverrides {
  claims?: Record<string, unknown>;
  /** Names of claims to leave out. */
  without?: string[];
  /** Issue it as of then, for an expired or a future one. */
  issuedAt?: Date;
  key?: "entra" | "foreign" | "botFramework";
}

/** Teams: Enable SSO for tab app; the token that `authentication.getAuthToken` gives to the tab. */
export function ssoToken(
  simulation: Simulation,
  person: Person,
  overrides: TokenOverrides = {},
): Promise<string> {
  const claims: JWTPayload = {
    aud: ssoAudience(simulation),
    iss: issuerV2(simulation),
    ...lifetime(overrides.issuedAt ?? simulation.clock.now()),
    azp: teamsWebClientId,
    azpacr: "0",
    scp: "access_as_user",
    ...personClaims(simulation, person),
    ...overrides.claims,
  };
  for (const name of overrides.without ?? []) delete claims[name];
  return sign(simulation.keys[overrides.key ?? "entra"], claims);
}

function ssoAudience(simulation: Simulation): string {
  const { clientId } = simulation.app;
  if (simulation.settings.current().ssoAudience === "clientId") return clientId;
  return applicationIdUri(simulation);
}

/** The registration's `identifierUris`: the name under which Teams asks for tokens of the app. */
export function applicationIdUri(simulation: Simulation): string {
  return `api://${new URL(simulation.publicUrl).host}/${simulation.app.clientId}`;
}

function personClaims(simulation: Simulation, person: Person) {
  return {
    name: person.displayName,
    oid: person.id,
    preferred_username: person.upn,
    ...(person.isAdmin ? { roles: ["Admin"] } : {}),
    sub: person.id.replaceAll("-", ""),
    tid: simulation.directory.tenant.id,
    uti: randomUUID(),
    ver: "2.0",
  };
}
