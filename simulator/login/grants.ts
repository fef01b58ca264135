import type { Simulation } from "../simulation.ts";

/** An authorization code that has been handed to the browser. */
export interface IssuedCode {
  personId: string;
  scopes: string[];
  redirectUri: string;
  codeChallenge: string | null;
  nonce: string | null;
  expiresAt: string;
  isRedeemed: boolean;
}

/** A refresh token. Entra hands out a new one at each use and leaves the old one valid. */
export interface IssuedRefreshToken {
  personId: string;
  scopes: string[];
  issuedAt: string;
  expiresAt: string;
}

export const codesOf = (simulation: Simulation) =>
  simulation.store.table<IssuedCode>("codes");

export const refreshTokensOf = (simulation: Simulation) =>
  simulation.store.table<IssuedRefreshToken>("refreshTokens");

const consentsOf = (simulation: Simulation) =>
  simulation.store.table<string[]>("consents");

const revocationsOf = (simulation: Simulation) =>
  simulation.store.table<string>("revocations");

const everybody = "everybody";

/** Which delegated scopes the app holds for this person: their own consent and the organization's. */
export function grantedScopes(
  simulation: Simulation,
  personId: string,
): string[] {
  const consents = consentsOf(simulation);
  return [
    ...new Set([
      ...(consents.get(personId) ?? []),
      ...(consents.get(everybody) ?? []),
    ]),
  ];
}

/** Entra: oAuth2PermissionGrant, consentType Principal or AllPrincipals. */
export function grantConsent(
  simulation: Simulation,
  consent: { personId: string; scopes: string[]; forOrganization: boolean },
): void {
  const key = consent.forOrganization ? everybody : consent.personId;
  const consents = consentsOf(simulation);
  const before = consents.get(key) ?? [];
  consents.put(key, [...new Set([...before, ...consent.scopes])]);
}

/** Takes the consent away again, as an admin can; refreshing fails from then on. */
export function withdrawConsent(
  simulation: Simulation,
  personId: string,
): void {
  consentsOf(simulation).delete(personId);
  consentsOf(simulation).delete(everybody);
}

/** Entra: user: revokeSignInSessions. Refresh tokens from before are void. */
export function revokeSessions(simulation: Simulation, personId: string): void {
  revocationsOf(simulation).put(personId, simulation.clock.now().toISOString());
}

export function isRevoked(
  simulation: Simulation,
  token: IssuedRefreshToken,
): boolean {
  const revokedAt = revocationsOf(simulation).get(token.personId);
  return revokedAt !== undefined && token.issuedAt <= revokedAt;
}
