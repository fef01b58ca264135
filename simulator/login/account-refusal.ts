import { deterministicGuid } from "../seed/deterministic-guid.ts";
import type { Simulation } from "../simulation.ts";
import type { Person } from "../world/world-seed.ts";
import type { EntraRefusal } from "./entra-error.ts";

/** How somebody has signed in, as far as policies ask for it. */
export interface SignInFacts {
  signedInAt: Date;
  hasMfa: boolean;
}

const mfaMessage =
  "Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '00000003-0000-0000-c000-000000000000'.";
const blockedMessage =
  "Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.";
const disabledMessage = "The user account is disabled.";
const unassignedMessage = ({ app }: Simulation, { upn }: Person) =>
  `Your administrator has configured the application ${app.name} ('${app.clientId}') to block users unless they are specifically granted ('assigned') access to the application. The signed in user '${upn}' is blocked because they are not a direct member of a group with access, nor had access directly assigned by an administrator.`;

/**
 * Why the token endpoint gives this account no token although its grant is good: the account is
 * disabled, or a Conditional Access policy is in the way. Numbers: Entra, authentication and
 * authorization error codes; suberrors and claims as recorded in issues on MSAL and the Azure CLI.
 */
export function accountRefusal(
  simulation: Simulation,
  person: Person,
  signIn: SignInFacts,
): EntraRefusal | null {
  const settings = simulation.settings.current();
  if (!person.isServiceAccount) return null;
  if (!settings.serviceAccountEnabled) {
    return invalidGrant(50057, disabledMessage);
  }
  if (settings.appAssignment === "missing") {
    return invalidGrant(50105, unassignedMessage(simulation, person));
  }
  const byPolicy = { error: settings.conditionalAccessError };
  switch (settings.conditionalAccess) {
    case "none":
    case "signInFrequency": // See `staleSignInRefusal`.
      return null;
    case "blocked":
      return {
        ...invalidGrant(53003, blockedMessage),
        ...byPolicy,
        suberror: "message_only",
        claims: policyClaims(),
      };
    case "mfaRequired":
      return signIn.hasMfa
        ? null
        : {
            ...invalidGrant(50076, mfaMessage),
            ...byPolicy,
            suberror: "basic_action",
            claims: policyClaims(),
          };
  }
}

/** The refusal of a grant whose sign-in is too old under the policy on sign-in frequency. */
export function staleSignInRefusal(
  simulation: Simulation,
  person: Person,
  { signedInAt }: SignInFacts,
): EntraRefusal | null {
  const settings = simulation.settings.current();
  const { conditionalAccess, signInFrequencySeconds: seconds } = settings;
  if (!person.isServiceAccount || conditionalAccess !== "signInFrequency") {
    return null;
  }
  const ageMs = simulation.clock.now().getTime() - signedInAt.getTime();
  if (ageMs < seconds * 1000) return null;
  return {
    ...invalidGrant(
      70043,
      `The refresh token has expired or is invalid due to sign-in frequency checks by conditional access. The token was issued on ${signedInAt.toISOString()} and the maximum allowed lifetime for this request is ${seconds}.`,
    ),
    error: settings.conditionalAccessError,
    suberror: "token_expired",
  };
}

/** What a page tells this account when it signs in; null: it may go on. */
export function signInProblem(
  simulation: Simulation,
  person: Person,
): { number: number; message: string; title?: string } | null {
  const settings = simulation.settings.current();
  if (!person.isServiceAccount) return null;
  if (!settings.serviceAccountEnabled) {
    return { number: 50057, message: disabledMessage };
  }
  if (settings.appAssignment === "missing") {
    return { number: 50105, message: unassignedMessage(simulation, person) };
  }
  if (settings.conditionalAccess !== "blocked") return null;
  return {
    number: 53003,
    title: "You cannot access this right now",
    message: `${blockedMessage} Your sign-in was successful but does not meet the criteria to access this resource.`,
  };
}

function invalidGrant(number: number, message: string): EntraRefusal {
  return { status: 400, error: "invalid_grant", number, message };
}

/** Entra: Claims challenges, claims requests and client capabilities. */
function policyClaims(): string {
  return JSON.stringify({
    access_token: {
      capolids: {
        essential: true,
        values: [deterministicGuid("conditional-access-policy")],
      },
    },
  });
}
