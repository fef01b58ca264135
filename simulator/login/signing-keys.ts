import {
  exportJWK,
  generateKeyPair,
  importJWK,
  type CryptoKey,
  type JWK,
} from "jose";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface SigningKey {
  kid: string;
  privateKey: CryptoKey;
  publicJwk: JWK;
}

export interface SigningKeys {
  /** Signs what Entra issues. */
  entra: SigningKey;
  /** Signs the activities that the Bot Connector sends. */
  botFramework: SigningKey;
  /** Known to nobody: for forged tokens. */
  foreign: SigningKey;
}

const algorithm = "RS256";

let keysOfThisProcess: Promise<SigningKeys> | null = null;

/**
 * The keys are kept with the data, so that tokens and cached key sets outlive a restart. Without a
 * folder all simulators of a process share theirs: making RSA keys takes a good part of a second.
 */
export async function loadSigningKeys(folder?: string): Promise<SigningKeys> {
  if (!folder) return (keysOfThisProcess ??= restoreOrMakeAll(null));
  const kept = readKept(folder);
  const keys = await restoreOrMakeAll(kept);
  if (!kept) await keep(folder, keys);
  return keys;
}

async function restoreOrMakeAll(
  kept: Record<string, JWK> | null,
): Promise<SigningKeys> {
  const [entra, botFramework, foreign] = await Promise.all([
    restoreOrMake(kept?.["entra"]),
    restoreOrMake(kept?.["botFramework"]),
    restoreOrMake(kept?.["foreign"]),
  ]);
  return { entra, botFramework, foreign };
}

function readKept(folder: string): Record<string, JWK> | null {
  try {
    // Written by `keep` below.
    return JSON.parse(
      readFileSync(join(folder, "keys.json"), "utf8"),
    ) as Record<string, JWK>;
  } catch {
    return null;
  }
}

async function keep(folder: string, keys: SigningKeys): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const jwks = {
    entra: await exportJWK(keys.entra.privateKey),
    botFramework: await exportJWK(keys.botFramework.privateKey),
    foreign: await exportJWK(keys.foreign.privateKey),
  };
  writeFileSync(join(folder, "keys.json"), JSON.stringify(jwks), {
    mode: 0o600,
  });
}

async function restoreOrMake(jwk: JWK | undefined): Promise<SigningKey> {
  if (!jwk) {
    const made = await generateKeyPair(algorithm, { extractable: true });
    return describe(made.privateKey, await exportJWK(made.publicKey));
  }
  const privateKey = await importJWK(jwk, algorithm, { extractable: true });
  const { kty, n, e } = jwk;
  // An RSA key is never imported as plain bytes.
  return describe(privateKey as CryptoKey, { kty, n, e } as JWK);
}

function describe(privateKey: CryptoKey, publicJwk: JWK): SigningKey {
  const kid = (publicJwk.n ?? "").slice(0, 27);
  return {
    kid,
    privateKey,
    publicJwk: { ...publicJwk, kid, x5t: kid, use: "sig", alg: algorithm },
  };
}
