import { CryptoProvider } from "@azure/msal-node";
import type { Logger } from "pino";
import type { Clock } from "../../clock.ts";
import type { Config } from "../../config.ts";
import type { Db } from "../../db/database.ts";
import { delegatedScopes, openEntraClient } from "../entra-client.ts";
import { readEntraError } from "../tokens/read-entra-error.ts";
import type { NoteCall } from "../../metrics/note-call.ts";
import { hashSecret, newSecret, sealOpenSecrets } from "./sign-in-secrets.ts";

export function redirectUri(config: Pick<Config, "PUBLIC_URL">): string {
  return `${config.PUBLIC_URL}/auth/callback`;
}

/**
 * Uses a ticket up: gives the address at Entra where the service account signs in, and the secret that
 * marks this browser, which alone may come back. Null when the ticket is used, too old or unknown.
 * @throws {EntraUnreachable | NoToken} with the ticket still good
 */
export async function openSignIn(
  deps: {
    db: Db;
    config: Config;
    clock: Clock;
    log: Logger;
    noteCall: NoteCall;
  },
  ticket: string,
): Promise<{ address: string; browserSecret: string } | null> {
  const { config } = deps;
  const isGood = await findTicket(deps, ticket);
  if (!isGood) return null;
  const state = newSecret();
  const browser = newSecret();
  const nonce = newSecret().secret;
  const { verifier, challenge } =
    await new CryptoProvider().generatePkceCodes();
  const address = await openEntraClient(deps)
    .getAuthCodeUrl({
      scopes: delegatedScopes,
      redirectUri: redirectUri(config),
      state: state.secret,
      nonce,
      codeChallenge: challenge,
      codeChallengeMethod: "S256",
      prompt: "select_account",
    })
    .catch((error: unknown) => {
      throw readEntraError(error);
    });
  const opened = await deps.db
    .updateTable("sign_ins")
    .set({
      state: "opened",
      state_hash: state.hash,
      browser_hash: browser.hash,
      sealed_secrets: sealOpenSecrets(config.sealingKeys, isGood.id, {
        verifier,
        nonce,
      }),
    })
    .where("id", "=", isGood.id)
    // Of two who open it in the same moment one gets through.
    .where("state", "=", "begun")
    .returning("id")
    .executeTakeFirst();
  if (!opened) return null;
  // MSAL leaves the hint out beside select_account; Entra takes both and puts the account first.
  const url = new URL(address);
  url.searchParams.set("login_hint", config.SERVICE_ACCOUNT_UPN);
  return { address: url.href, browserSecret: browser.secret };
}

/** Whether a ticket would open; looking at it does not use it up. */
export async function findTicket(
  deps: { db: Db; clock: Clock },
  ticket: string,
): Promise<{ id: string } | undefined> {
  return deps.db
    .selectFrom("sign_ins")
    .where("ticket_hash", "=", hashSecret(ticket))
    .where("state", "=", "begun")
    .where("expires_at", ">", deps.clock.now())
    .select("id")
    .executeTakeFirst();
}
