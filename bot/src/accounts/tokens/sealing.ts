import {
  createCipheriv,
  createDecipheriv,
  createHash,
  randomBytes,
} from "node:crypto";

/** What seals, and what opens what was sealed before a change of the key. */
export interface SealingKeys {
  current: Buffer;
  previous: readonly Buffer[];
}

const version = 1;
const keyIdBytes = 4;
const ivBytes = 12;
const tagBytes = 16;
const headerBytes = 1 + keyIdBytes + ivBytes + tagBytes;

/**
 * Seals a secret with AES-256-GCM: version, key id, IV, tag, ciphertext. `purpose` is bound to it, so
 * that what was sealed for one row cannot be opened as another's.
 */
export function seal(given: {
  keys: SealingKeys;
  purpose: string;
  text: string;
}): Buffer {
  const key = given.keys.current;
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv("aes-256-gcm", key, iv);
  cipher.setAAD(Buffer.from(given.purpose));
  const ciphertext = Buffer.concat([
    cipher.update(given.text, "utf8"),
    cipher.final(),
  ]);
  return Buffer.concat([
    Buffer.from([version]),
    keyId(key),
    iv,
    cipher.getAuthTag(),
    ciphertext,
  ]);
}

/** @throws when none of the keys sealed it, or it was sealed for another purpose, or changed since */
export function unseal(given: {
  keys: SealingKeys;
  purpose: string;
  sealed: Buffer;
}): string {
  const { sealed } = given;
  if (sealed.length < headerBytes || sealed[0] !== version)
    throw new Error("This is not a sealed secret.");
  const key = [given.keys.current, ...given.keys.previous].find((known) =>
    isSealedWith(known, sealed),
  );
  if (!key)
    throw new Error(
      "The secret was sealed with another TOKEN_ENCRYPTION_KEY; set that one as TOKEN_ENCRYPTION_KEY_PREVIOUS, or connect the account again.",
    );
  const ivEnd = 1 + keyIdBytes + ivBytes;
  const decipher = createDecipheriv(
    "aes-256-gcm",
    key,
    sealed.subarray(1 + keyIdBytes, ivEnd),
  );
  decipher.setAAD(Buffer.from(given.purpose));
  decipher.setAuthTag(sealed.subarray(ivEnd, headerBytes));
  return Buffer.concat([
    decipher.update(sealed.subarray(headerBytes)),
    decipher.final(),
  ]).toString("utf8");
}

/** Whether this key sealed it, by the key's id in the header. */
export function isSealedWith(key: Buffer, sealed: Buffer): boolean {
  return sealed.subarray(1, 1 + keyIdBytes).equals(keyId(key));
}

function keyId(key: Buffer): Buffer {
  return createHash("sha256").update(key).digest().subarray(0, keyIdBytes);
}
