import { randomBytes, randomUUID } from "node:crypto";
import type { Simulation } from "../simulation.ts";
import type { Person } from "../world/world-seed.ts";
import { answerLocation, type AuthorizeRequest } from "./authorize-request.ts";
import { codesOf, grantConsent, grantedScopes } from "./grants.ts";
import { findScope } from "./scopes.ts";

/** Entra: an authorization code typically expires after about ten minutes. */
const codeLifetimeMs = 10 * 60 * 1000;

export type SignInStep =
  | { kind: "redirect"; location: string }
  | { kind: "consent"; scopes: string[] }
  | { kind: "adminApproval"; scopes: string[] };

/** What happens once somebody has picked an account. */
export function nextStep(
  simulation: Simulation,
  request: AuthorizeRequest,
  person: Person,
): SignInStep {
  const granted = grantedScopes(simulation, person.id);
  const missing = request.scopes.filter((scope) => !granted.includes(scope));
  const asked = request.prompt === "consent" ? request.scopes : missing;
  if (asked.length === 0) {
    return {
      kind: "redirect",
      location: issueCode(simulation, request, person),
    };
  }
  const isWalled = !person.isAdmin && needsAdmin(simulation, missing);
  return { kind: isWalled ? "adminApproval" : "consent", scopes: asked };
}

function needsAdmin(simulation: Simulation, scopes: string[]): boolean {
  const settings = simulation.settings.current();
  // Entra: Manage users and groups assignment to an application: then whatever the policy says.
  if (settings.appAssignment !== "notRequired") return scopes.length > 0;
  return (
    settings.adminApprovalRequired &&
    scopes.some((scope) => findScope(scope)?.needsAdminUnderPolicy)
  );
}

export function acceptConsent(
  simulation: Simulation,
  request: AuthorizeRequest,
  consent: { person: Person; forOrganization: boolean },
): SignInStep {
  const { person } = consent;
  const step = nextStep(simulation, request, person);
  // A form that was kept open must not pass the wall that has been raised meanwhile.
  if (step.kind === "adminApproval") return step;
  grantConsent(simulation, {
    personId: person.id,
    scopes: request.scopes,
    forOrganization: consent.forOrganization && person.isAdmin,
  });
  return { kind: "redirect", location: issueCode(simulation, request, person) };
}

function issueCode(
  simulation: Simulation,
  request: AuthorizeRequest,
  person: Person,
): string {
  const code = `1.${randomBytes(40).toString("base64url")}`;
  const now = simulation.clock.now();
  codesOf(simulation).put(code, {
    personId: person.id,
    scopes: request.scopes,
    redirectUri: request.redirectUri,
    codeChallenge: request.codeChallenge,
    nonce: request.nonce,
    // A person who signs in under the policy does what it asks for.
    hasMfa: simulation.settings.current().conditionalAccess === "mfaRequired",
    expiresAt: new Date(now.getTime() + codeLifetimeMs).toISOString(),
    isRedeemed: false,
  });
  return answerLocation(request, { code, session_state: randomUUID() });
}
