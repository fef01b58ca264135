import { createHash, timingSafeEqual } from "node:crypto";
import type { AuthenticationResult } from "@azure/msal-node";
import type { Logger } from "pino";
import { z } from "zod";
import type { Clock } from "../../clock.ts";
import type { Config } from "../../config.ts";
import type { Db } from "../../db/database.ts";
import { delegatedScopes, openEntraClient } from "../entra-client.ts";
import { isEarlierAccount } from "../account-store.ts";
import { readEntraError } from "../tokens/read-entra-error.ts";
import type { NoteCall } from "../../metrics/note-call.ts";
import { redirectUri } from "./open-sign-in.ts";
import {
  expired,
  foreignOrganization,
  notRedeemed,
  otherBrowser,
  refusedByEntra,
  toConfirm,
  wrongAccount,
  type SignInResult,
} from "./sign-in-outcome.ts";
import {
  hashSecret,
  sealTokens,
  unsealOpenSecrets,
} from "./sign-in-secrets.ts";

interface SignInDeps {
  db: Db;
  config: Config;
  clock: Clock;
  log: Logger;
  noteCall: NoteCall;
}

/** Who signed in, kept with the sign-in until an admin confirms it. */
export const cameSchema = z.object({
  upn: z.string(),
  displayName: z.string(),
  objectId: z.string(),
  tenantId: z.string(),
  homeAccountId: z.string(),
  scopes: z.array(z.string()),
});
export type Came = z.output<typeof cameSchema>;

/** What Entra's sign-in page sent back, and who brings it. */
export interface SignInAnswer {
  state: string;
  browserSecret: string | null;
  code: string | null;
  error: string | null;
  suberror: string | null;
  number: number | null;
}

/** Minutes within which the admin must have confirmed. */
const confirmMinutes = 30;

/**
 * Takes the answer of Entra's sign-in page. It counts once, from the browser that opened the link; the
 * account is compared with the expected one before anything of it is stored. Even then nothing takes
 * effect before the admin who began confirms it.
 */
export async function completeSignIn(
  deps: SignInDeps,
  answer: SignInAnswer,
): Promise<SignInResult> {
  const now = deps.clock.now();
  const found = await deps.db
    .selectFrom("sign_ins")
    .where("state_hash", "=", hashSecret(answer.state))
    .where("state", "=", "opened")
    .where("expires_at", ">", now)
    .select(["id", "browser_hash", "begun_by_name"])
    .executeTakeFirst();
  if (!found) return expired;
  // Only the browser that opened the link may finish it; somebody else's code cannot be slipped in.
  if (!equalSecrets(found.browser_hash, answer.browserSecret))
    return otherBrowser;
  const taken = await deps.db
    .updateTable("sign_ins")
    .set({ state: "redeeming" })
    .where("id", "=", found.id)
    .where("state", "=", "opened")
    .returning("sealed_secrets")
    .executeTakeFirst();
  if (!taken?.sealed_secrets) return expired;
  const signIn = { id: found.id, sealed: taken.sealed_secrets };
  const redeemed =
    answer.code === null
      ? refusedByEntra(answer)
      : await redeem(deps, signIn, answer.code).catch((error: unknown) => {
          deps.log.warn({ err: error }, "the sign-in code was not redeemed");
          return notRedeemed(readEntraError(error));
        });
  return "came" in redeemed
    ? keepForConfirmation(deps, found, redeemed)
    : end(deps, found.id, redeemed);
}

function equalSecrets(hash: string | null, secret: string | null): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(hash ?? ""), digest(hashSecret(secret ?? "")));
}

interface Redeemed {
  came: Came;
  serialized: string;
}

async function redeem(
  deps: SignInDeps,
  signIn: { id: string; sealed: Buffer },
  code: string,
): Promise<Redeemed | SignInResult> {
  const { config } = deps;
  const secrets = unsealOpenSecrets(
    config.sealingKeys,
    signIn.id,
    signIn.sealed,
  );
  const client = openEntraClient(deps);
  const token = await client.acquireTokenByCode({
    code,
    codeVerifier: secrets.verifier,
    scopes: delegatedScopes,
    redirectUri: redirectUri(config),
    // MSAL compares it with the ID token's and refuses another, or none.
    nonce: secrets.nonce,
  });
  if (!token.account) return notRedeemed(null);
  const came = cameOf(token, token.account);
  if (came.tenantId !== config.AAD_APP_TENANT_ID) return foreignOrganization;
  return came.upn === config.SERVICE_ACCOUNT_UPN ||
    (await isEarlierAccount(deps.db, came.objectId))
    ? { came, serialized: client.getTokenCache().serialize() }
    : wrongAccount(came.upn, config.SERVICE_ACCOUNT_UPN);
}

function cameOf(
  token: AuthenticationResult,
  account: NonNullable<AuthenticationResult["account"]>,
): Came {
  const upn = account.username.toLowerCase();
  return {
    upn,
    displayName: account.name ?? upn,
    objectId: account.localAccountId,
    tenantId: account.tenantId,
    homeAccountId: account.homeAccountId,
    scopes: token.scopes,
  };
}

async function keepForConfirmation(
  deps: SignInDeps,
  signIn: { id: string; begun_by_name: string },
  { came, serialized }: Redeemed,
): Promise<SignInResult> {
  const { clock, config } = deps;
  const kept = await deps.db
    .updateTable("sign_ins")
    .set({
      state: "toConfirm",
      came: JSON.stringify(came),
      sealed_secrets: sealTokens(config.sealingKeys, signIn.id, serialized),
      expires_at: new Date(clock.now().getTime() + confirmMinutes * 60_000),
    })
    .where("id", "=", signIn.id)
    // The admin may have begun another meanwhile.
    .where("state", "=", "redeeming")
    .returning("id")
    .executeTakeFirst();
  return kept ? toConfirm(came.upn, signIn.begun_by_name) : expired;
}

async function end(
  deps: SignInDeps,
  signInId: string,
  result: SignInResult,
): Promise<SignInResult> {
  await deps.db
    .updateTable("sign_ins")
    .set({
      state: "ended",
      outcome: result.outcome === "toConfirm" ? "failed" : result.outcome,
      message: result.message,
      sealed_secrets: null,
      ended_at: deps.clock.now(),
    })
    .where("id", "=", signInId)
    .where("state", "=", "redeeming")
    .execute();
  return result;
}
