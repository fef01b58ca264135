import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import { seal, unseal, type SealingKeys } from "../tokens/sealing.ts";

/** What only the backend knows of a sign-in that has been opened. */
const openSecretsSchema = z.object({
  verifier: z.string(),
  nonce: z.string(),
});
export type OpenSecrets = z.output<typeof openSecretsSchema>;

/** A ticket, state or browser's mark: 256 random bits, of which the database holds the hash alone. */
export function newSecret(): { secret: string; hash: string } {
  const secret = randomBytes(32).toString("base64url");
  return { secret, hash: hashSecret(secret) };
}

export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}

export function sealOpenSecrets(
  keys: SealingKeys,
  signInId: string,
  secrets: OpenSecrets,
): Buffer {
  return seal({
    keys,
    purpose: `sign-in:${signInId}`,
    text: JSON.stringify(secrets),
  });
}

export function unsealOpenSecrets(
  keys: SealingKeys,
  signInId: string,
  sealed: Buffer,
): OpenSecrets {
  return openSecretsSchema.parse(
    JSON.parse(unseal({ keys, purpose: `sign-in:${signInId}`, sealed })),
  );
}

/** Tokens that came with a sign-in wait under another purpose, so that neither passes for the other. */
const tokensPurpose = (signInId: string) => `sign-in-tokens:${signInId}`;

export function sealTokens(
  keys: SealingKeys,
  signInId: string,
  serialized: string,
): Buffer {
  return seal({ keys, purpose: tokensPurpose(signInId), text: serialized });
}

export function unsealTokens(
  keys: SealingKeys,
  signInId: string,
  sealed: Buffer,
): string {
  return unseal({ keys, purpose: tokensPurpose(signInId), sealed });
}
