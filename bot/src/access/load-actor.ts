import type { ReadMemberships } from "../groups/group-store.ts";
import type { Actor } from "./actor.ts";

/** Loads who a person of the organization is here, once it is proven that they are asking. */
export async function loadActor(
  deps: { readMemberships: ReadMemberships; adminUsers: readonly string[] },
  person: {
    /** Entra object id. */
    objectId: string;
    displayName: string | null;
    /** From a token; an activity of Teams does not tell it. */
    signInName: string | null;
    /** App roles in the token. */
    appRoles: readonly string[];
  },
): Promise<Actor> {
  const known = await deps.readMemberships(person.objectId);
  const signInName = person.signInName?.toLowerCase() ?? null;
  return {
    objectId: person.objectId,
    displayName:
      person.displayName ?? known.displayName ?? signInName ?? "Somebody",
    addresses: [
      ...new Set(
        [signInName, known.userPrincipalName, known.address].filter(
          (item) => item !== null,
        ),
      ),
    ],
    mailAddress: known.address ?? signInName ?? known.userPrincipalName,
    isAdmin:
      person.appRoles.includes("Admin") ||
      deps.adminUsers.includes(person.objectId),
    roles: known.roles,
  };
}
