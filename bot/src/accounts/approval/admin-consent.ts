import type { Logger } from "pino";
import type { Actor } from "../../access/actor.ts";
import type { Clock } from "../../clock.ts";
import type { Config } from "../../config.ts";
import type { Db } from "../../db/database.ts";
import { delegatedScopes, openEntraClient } from "../entra-client.ts";
import { hashSecret, newSecret } from "../sign-in/sign-in-secrets.ts";
import { readEntraError } from "../tokens/read-entra-error.ts";
import type { NoteCall } from "../../metrics/note-call.ts";

/** Hours for which a tenant-wide link can come back: another admin may have to be asked. */
const consentHours = 24;

export function adminConsentRedirectUri(
  config: Pick<Config, "PUBLIC_URL">,
): string {
  return `${config.PUBLIC_URL}/auth/admin-consent`;
}

/**
 * Makes the link with which an admin of Entra grants the delegated permissions for every user (Entra: "Admin
 * consent on the Microsoft identity platform"). Only those are asked for: `.default` would also ask for
 * whatever else the registration lists.
 */
export async function beginAdminConsent(
  deps: {
    db: Db;
    config: Config;
    clock: Clock;
    log: Logger;
    noteCall: NoteCall;
  },
  actor: Actor,
): Promise<{ url: string }> {
  const { config } = deps;
  const state = newSecret();
  const entra = await entraOrigin(deps);
  const now = deps.clock.now();
  await deps.db
    .insertInto("admin_consents")
    .values({
      state_hash: state.hash,
      begun_by: actor.objectId,
      begun_at: now,
      expires_at: new Date(now.getTime() + consentHours * 3_600_000),
    })
    .execute();
  const url = new URL(`/${config.AAD_APP_TENANT_ID}/v2.0/adminconsent`, entra);
  url.search = new URLSearchParams({
    client_id: config.AAD_APP_CLIENT_ID,
    scope: delegatedScopes.join(" "),
    redirect_uri: adminConsentRedirectUri(config),
    state: state.secret,
  }).toString();
  return { url: url.href };
}

/** Where Entra shows its pages: its own word, in the discovery document, for sign-in pages is followed. */
async function entraOrigin(deps: {
  config: Config;
  log: Logger;
  noteCall: NoteCall;
}): Promise<string> {
  const authorize = await openEntraClient(deps)
    .getAuthCodeUrl({
      scopes: [],
      redirectUri: adminConsentRedirectUri(deps.config),
    })
    .catch((error: unknown) => {
      throw readEntraError(error);
    });
  return new URL(authorize).origin;
}

export interface AdminConsentResult {
  granted: boolean;
  message: string;
}

/**
 * Takes an admin's way back from the tenant-wide link. It counts once and changes nothing but a note: whether the
 * permissions are there shows when the service account signs in. `tenant` proves nothing; it is only
 * compared, so that a mix-up of organizations is told.
 */
export async function completeAdminConsent(
  deps: { db: Db; config: Config; clock: Clock },
  answer: {
    state: string;
    tenant: string | null;
    isGranted: boolean;
    error: string | null;
  },
): Promise<AdminConsentResult> {
  const now = deps.clock.now();
  const result = read(deps.config, answer);
  const noted = await deps.db
    .updateTable("admin_consents")
    .set({
      outcome: result.granted ? "granted" : "refused",
      message: result.message,
      ended_at: now,
    })
    .where("state_hash", "=", hashSecret(answer.state))
    .where("ended_at", "is", null)
    .where("expires_at", ">", now)
    .returning("state_hash")
    .executeTakeFirst();
  return noted
    ? result
    : {
        granted: false,
        message:
          "This link has been used or is older than a day. ERG Events, Settings, makes a new one.",
      };
}

function read(
  config: Config,
  answer: { tenant: string | null; isGranted: boolean; error: string | null },
): AdminConsentResult {
  if (answer.error !== null || !answer.isGranted)
    return {
      granted: false,
      message:
        "The permissions were not granted: the page was left without accepting, or your account may not grant them. Nothing has changed. ERG Events, Settings, shows the other ways.",
    };
  if (answer.tenant !== null && answer.tenant !== config.AAD_APP_TENANT_ID)
    return {
      granted: false,
      message:
        "The permissions were granted in another organization, which does not help here. Open the link as an administrator of the organization that uses ERG Events.",
    };
  return {
    granted: true,
    message:
      "The permissions are granted for every user of your organization. Go back to ERG Events, Settings, and choose Finish connecting.",
  };
}
