import type { Logger } from "pino";
import type { Actor } from "../../access/actor.ts";
import type { Clock } from "../../clock.ts";
import type { Config } from "../../config.ts";
import type { Db } from "../../db/database.ts";
import { openEntraClient } from "../entra-client.ts";
import { findDefaultAccount } from "../account-store.ts";
import { NoToken } from "../tokens/no-token.ts";
import { readEntraError } from "../tokens/read-entra-error.ts";
import type { NoteCall } from "../../metrics/note-call.ts";

/** Of all that is asked for the permission that shows least; it is never used with an admin's token. */
const probedScope = "OnlineMeetings.Read";

/**
 * Notices a consent that reaches further than the service account. A grant cannot be read without rights on the
 * directory, but Entra shows it: it exchanges the token of whoever is asking for a Graph token (Entra: "On-Behalf-Of
 * flow") only where that person's account is covered by a consent. The token is dropped at once. Asked when an
 * admin confirms an account or has it checked.
 */
export async function lookForGrantForEverybody(
  deps: {
    db: Db;
    config: Config;
    clock: Clock;
    log: Logger;
    noteCall: NoteCall;
  },
  admin: { actor: Actor; ssoToken: string },
): Promise<void> {
  const account = await findDefaultAccount(deps.db);
  // For the service account itself there is a consent of its own.
  if (account?.object_id === admin.actor.objectId) return;
  const isCovered = await isCoveredByConsent(deps, admin.ssoToken);
  if (isCovered === null) return;
  await deps.db
    .updateTable("organization_settings")
    .set({
      grant_for_everybody: isCovered ? admin.actor.displayName : null,
      grant_looked_at: deps.clock.now(),
    })
    .execute();
}

/** Null when Entra does not say. */
async function isCoveredByConsent(
  deps: { config: Config; log: Logger; noteCall: NoteCall },
  ssoToken: string,
): Promise<boolean | null> {
  try {
    // A client of its own, without the database's cache: nothing of the answer is kept.
    const result = await openEntraClient(deps).acquireTokenOnBehalfOf({
      oboAssertion: ssoToken,
      scopes: [probedScope],
      skipCache: true,
    });
    return result !== null;
  } catch (error) {
    const refusal = readEntraError(error);
    return refusal instanceof NoToken && refusal.trouble === "consentWithdrawn"
      ? false
      : null;
  }
}

/**
 * What a noticed grant means and how it is taken back; null when none was noticed. The admin center cannot revoke
 * what one person consented to (Entra: "Review permissions granted to enterprise applications").
 */
export function grantForEverybodySentence(
  coveredPerson: string | null,
): string | null {
  return coveredPerson === null
    ? null
    : `ERG Events could also act for ${coveredPerson}: somebody consented for the whole organization, or ${coveredPerson} did so once for their own account. ERG Events uses the service account alone, so this is more than it needs. To take it back, first grant the permissions to the service account by the script in IT details. Then, what holds for everybody: Entra admin center, Enterprise applications, ERG Events, Permissions, Admin consent. What holds for ${coveredPerson} alone: the same script with its remove option and that person's name. The connection needs the consent of the service account alone.`;
}
