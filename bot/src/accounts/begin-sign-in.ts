import { createHash, randomBytes } from "node:crypto";
import { CryptoProvider } from "@azure/msal-node";
import { z } from "zod";
import type { Actor } from "../access/actor.ts";
import type { Clock } from "../clock.ts";
import type { Config } from "../config.ts";
import type { Db } from "../db/database.ts";
import { seal } from "./sealing.ts";

/** Minutes within which the service account must have signed in. */
const signInMinutes = 10;

/** What only the backend knows of an open sign-in. */
export const signInSecretsSchema = z.object({
  verifier: z.string(),
  challenge: z.string(),
  nonce: z.string(),
});

export const signInPurpose = (stateHash: string) => `sign-in:${stateHash}`;

export function hashState(state: string): string {
  return createHash("sha256").update(state).digest("base64url");
}

/**
 * Opens a sign-in of the service account. The address it returns works once, for ten minutes, in any
 * browser where the service account is at home.
 */
export async function beginSignIn(
  deps: { db: Db; config: Config; clock: Clock },
  actor: Actor,
): Promise<{ signInUrl: string }> {
  const state = randomBytes(32).toString("base64url");
  const { verifier, challenge } =
    await new CryptoProvider().generatePkceCodes();
  const nonce = randomBytes(16).toString("base64url");
  const stateHash = hashState(state);
  const now = deps.clock.now();
  await deps.db
    .insertInto("sign_ins")
    .values({
      state_hash: stateHash,
      sealed_secrets: seal({
        key: deps.config.TOKEN_ENCRYPTION_KEY,
        purpose: signInPurpose(stateHash),
        text: JSON.stringify({ verifier, challenge, nonce }),
      }),
      begun_by: actor.objectId,
      begun_by_name: actor.displayName,
      begun_at: now,
      expires_at: new Date(now.getTime() + signInMinutes * 60_000),
      outcome: null,
      message: null,
      ended_at: null,
    })
    .execute();
  return {
    signInUrl: `${deps.config.PUBLIC_URL}/auth/start?ticket=${state}`,
  };
}
