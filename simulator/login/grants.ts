import type { Simulation } from "../simulation.ts";

/** An authorization code that has been handed to the browser. */
export interface IssuedCode {
  personId: string;
  scopes: string[];
  redirectUri: string;
  codeChallenge: string | null;
  nonce: string | null;
  /** Whether the sign-in counts as one with a second factor. */
  hasMfa?: boolean;
  expiresAt: string;
  isRedeemed: boolean;
}

export const codesOf = (simulation: Simulation) =>
  simulation.store.table<IssuedCode>("codes");

const consentsOf = (simulation: Simulation) =>
  simulation.store.table<string[]>("consents");

const everybody = "everybody";

/** Entra: oAuth2PermissionGrant; of one person (`Principal`), or of everybody (`AllPrincipals`): null. */
export interface PermissionGrant {
  personId: string | null;
  scopes: string[];
}

/** Which delegated scopes the app holds for this person: their own consent and the organization's. */
export function grantedScopes(
  simulation: Simulation,
  personId: string,
): string[] {
  return [
    ...new Set([
      ...scopesOfGrant(simulation, personId),
      ...scopesOfGrant(simulation, null),
    ]),
  ];
}

/** What one grant holds by itself; empty when there is none. */
export function scopesOfGrant(
  simulation: Simulation,
  personId: string | null,
): string[] {
  return consentsOf(simulation).get(personId ?? everybody) ?? [];
}

/** Every grant of the app, the organization's first. */
export function listGrants(simulation: Simulation): PermissionGrant[] {
  const holders = [null, ...simulation.directory.people.map(({ id }) => id)];
  return holders
    .map((personId) => ({
      personId,
      scopes: scopesOfGrant(simulation, personId),
    }))
    .filter(({ scopes }) => scopes.length > 0);
}

/** Makes a grant what it says; without scopes there is none. */
export function putGrant(simulation: Simulation, grant: PermissionGrant): void {
  const key = grant.personId ?? everybody;
  const scopes = [...new Set(grant.scopes)];
  if (scopes.length > 0) consentsOf(simulation).put(key, scopes);
  else consentsOf(simulation).delete(key);
}

/** Adds to the consent of a person, or of the organization. */
export function grantConsent(
  simulation: Simulation,
  consent: { personId: string; scopes: string[]; forOrganization: boolean },
): void {
  const personId = consent.forOrganization ? null : consent.personId;
  addToGrant(simulation, { personId, scopes: consent.scopes });
}

export function addToGrant(
  simulation: Simulation,
  grant: PermissionGrant,
): void {
  const { personId, scopes } = grant;
  const before = scopesOfGrant(simulation, personId);
  putGrant(simulation, { personId, scopes: [...before, ...scopes] });
}

/** Takes the consent away again, as an admin can; refreshing fails from then on. */
export function withdrawConsent(
  simulation: Simulation,
  personId: string,
): void {
  consentsOf(simulation).delete(personId);
  consentsOf(simulation).delete(everybody);
}
