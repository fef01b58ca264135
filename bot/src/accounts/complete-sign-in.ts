import type { z } from "zod";
import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import type { Config } from "../config.ts";
import type { Db, Trx } from "../db/database.ts";
import type { Enqueue } from "../jobs/job-queue.ts";
import { saveDefaultAccount } from "./account-store.ts";
import {
  hashState,
  signInPurpose,
  signInSecretsSchema,
} from "./begin-sign-in.ts";
import { delegatedScopes, openEntraClient } from "./entra-client.ts";
import { unseal } from "./sealing.ts";
import { storeTokenCache } from "./token-cache.ts";

interface SignInDeps {
  db: Db;
  config: Config;
  clock: Clock;
  log: Logger;
  enqueue: Enqueue;
}

/** How a sign-in ended, as the page in the popup says it. */
export interface SignInResult {
  outcome: "connected" | "wrongAccount" | "denied" | "failed" | "expired";
  message: string;
}

const expired: SignInResult = {
  outcome: "expired",
  message:
    "This sign-in link has been used or is older than ten minutes. Go back to ERG Events and choose Connect again.",
};

function redirectUri(config: Config): string {
  return `${config.PUBLIC_URL}/auth/callback`;
}

/** The address at Entra where the service account signs in; null when the ticket is used up. */
export async function signInAddress(
  deps: SignInDeps,
  ticket: string,
): Promise<string | null> {
  const stateHash = hashState(ticket);
  const row = await deps.db
    .selectFrom("sign_ins")
    .where("state_hash", "=", stateHash)
    .where("ended_at", "is", null)
    .where("expires_at", ">", deps.clock.now())
    .select("sealed_secrets")
    .executeTakeFirst();
  if (!row?.sealed_secrets) return null;
  const secrets = openSecrets(deps.config, stateHash, row.sealed_secrets);
  const address = await openEntraClient(deps).getAuthCodeUrl({
    scopes: delegatedScopes,
    redirectUri: redirectUri(deps.config),
    state: ticket,
    nonce: secrets.nonce,
    codeChallenge: secrets.challenge,
    codeChallengeMethod: "S256",
    prompt: "select_account",
  });
  // MSAL leaves the hint out beside select_account; Entra takes both and puts the account first.
  const url = new URL(address);
  url.searchParams.set("login_hint", deps.config.SERVICE_ACCOUNT_UPN);
  return url.href;
}

/**
 * Takes the answer of Entra's sign-in page. Its state counts once; the account is compared with the
 * expected one before anything of it is stored.
 */
export async function completeSignIn(
  deps: SignInDeps,
  answer: {
    state: string;
    code: string | null;
    error: string | null;
  },
): Promise<SignInResult> {
  const stateHash = hashState(answer.state);
  const now = deps.clock.now();
  const taken = await deps.db
    .updateTable("sign_ins")
    .set({ ended_at: now })
    .where("state_hash", "=", stateHash)
    .where("ended_at", "is", null)
    .where("expires_at", ">", now)
    .returning(["sealed_secrets", "begun_by", "begun_by_name"])
    .executeTakeFirst();
  if (!taken?.sealed_secrets) return expired;

  const result = answer.code
    ? await redeem(deps, {
        code: answer.code,
        begunBy: taken,
        secrets: openSecrets(deps.config, stateHash, taken.sealed_secrets),
      })
    : refused(answer.error);
  await deps.db
    .updateTable("sign_ins")
    .set({
      outcome: result.outcome === "expired" ? "failed" : result.outcome,
      message: result.message,
      sealed_secrets: null,
    })
    .where("state_hash", "=", stateHash)
    .execute();
  return result;
}

/**
 * Entra reports leaving its "Need admin approval" page exactly like a cancelled sign-in, so the
 * sentence explains both.
 */
function refused(error: string | null): SignInResult {
  return error === "access_denied"
    ? {
        outcome: "denied",
        message:
          "The sign-in was cancelled, or your organization wants an administrator to approve it first. Choose Connect to try again; if a page said “Need admin approval”, ask an administrator to grant the permissions to the service account.",
      }
    : {
        outcome: "failed",
        message:
          "Microsoft's sign-in page reported a problem. Choose Connect to try again.",
      };
}

async function redeem(
  deps: SignInDeps,
  given: {
    code: string;
    begunBy: { begun_by: string; begun_by_name: string };
    secrets: z.output<typeof signInSecretsSchema>;
  },
): Promise<SignInResult> {
  const { config, log } = deps;
  const client = openEntraClient({ config, log });
  const token = await client
    .acquireTokenByCode({
      code: given.code,
      codeVerifier: given.secrets.verifier,
      scopes: delegatedScopes,
      redirectUri: redirectUri(config),
      nonce: given.secrets.nonce,
    })
    .catch((error: unknown) => {
      log.warn({ err: error }, "the sign-in code was not redeemed");
      return null;
    });
  const account = token?.account;
  if (!token || !account)
    return {
      outcome: "failed",
      message:
        "Microsoft did not complete the sign-in. Choose Connect to try again.",
    };
  const came = account.username.toLowerCase();
  if (
    account.tenantId !== config.AAD_APP_TENANT_ID ||
    came !== config.SERVICE_ACCOUNT_UPN
  )
    return {
      outcome: "wrongAccount",
      message: `You signed in as ${came}, but the service account is ${config.SERVICE_ACCOUNT_UPN}. Nothing was stored. Choose Connect and pick ${config.SERVICE_ACCOUNT_UPN}.`,
    };

  const serialized = client.getTokenCache().serialize();
  await deps.db.transaction().execute(async (trx) => {
    const accountId = await saveDefaultAccount(trx, {
      object_id: account.localAccountId,
      user_principal_name: came,
      display_name: account.name ?? came,
      address: came,
      home_account_id: account.homeAccountId,
      scopes: token.scopes,
      teams_meetings: "unknown",
      connected_at: deps.clock.now(),
      connected_by: given.begunBy.begun_by,
      connected_by_name: given.begunBy.begun_by_name,
    });
    await storeTokenCache({
      db: trx,
      key: config.TOKEN_ENCRYPTION_KEY,
      accountId,
      serialized,
    });
    await enqueueAfterConnect(deps.enqueue, trx, accountId);
  });
  return {
    outcome: "connected",
    message: `${came} is connected. You can close this window.`,
  };
}

/** What starts when an account works (again): its subscription, and everything that waited for it. */
async function enqueueAfterConnect(
  enqueue: Enqueue,
  trx: Trx,
  accountId: string,
): Promise<void> {
  await enqueue(trx, "subscriptions.ensure", { accountId });
  await enqueue(trx, "events.publish-pending", {});
  await enqueue(trx, "responses.read-all", {});
}

function openSecrets(config: Config, stateHash: string, sealed: Buffer) {
  return signInSecretsSchema.parse(
    JSON.parse(
      unseal({
        key: config.TOKEN_ENCRYPTION_KEY,
        purpose: signInPurpose(stateHash),
        sealed,
      }),
    ),
  );
}
