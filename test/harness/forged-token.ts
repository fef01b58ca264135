import {
  createHmac,
  generateKeyPairSync,
  sign,
  type KeyObject,
} from "node:crypto";

/** A genuine token in its parts. */
export interface TokenParts {
  header: Record<string, unknown>;
  claims: Record<string, unknown>;
  signature: string;
}

export function readToken(token: string): TokenParts {
  const [header = "", claims = "", signature = ""] = token.split(".");
  return { header: decode(header), claims: decode(claims), signature };
}

/** Whoever wants to be taken for somebody else needs a key: this one is published nowhere. */
const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });

/** Signs with a key that nobody has published; `kid` may name one that is. */
export function signWithOwnKey({ header, claims }: TokenParts): string {
  return assemble({ header, claims }, (input) =>
    sign("sha256", input, privateKey),
  );
}

/** RFC 8725, 2.1: a public key taken for a shared secret. */
export function signWithPublicKey(
  { header, claims }: TokenParts,
  publicKey: KeyObject,
): string {
  const secret = publicKey.export({ type: "spki", format: "pem" });
  return assemble({ header: { ...header, alg: "HS256" }, claims }, (input) =>
    createHmac("sha256", secret).update(input).digest(),
  );
}

/** RFC 8725, 2.1: a token that says that it needs no signature. */
export function leaveUnsigned({ header, claims }: TokenParts): string {
  return assemble({ header: { ...header, alg: "none" }, claims }, () =>
    Buffer.alloc(0),
  );
}

/** Keeps a signature that was made for other contents. */
export function keepSignature({
  header,
  claims,
  signature,
}: TokenParts): string {
  return assemble({ header, claims }, () =>
    Buffer.from(signature, "base64url"),
  );
}

function assemble(
  parts: Pick<TokenParts, "header" | "claims">,
  signed: (input: Buffer) => Buffer,
): string {
  const input = `${encode(parts.header)}.${encode(parts.claims)}`;
  return `${input}.${signed(Buffer.from(input)).toString("base64url")}`;
}

function encode(part: unknown): string {
  return Buffer.from(JSON.stringify(part)).toString("base64url");
}

function decode(part: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(part, "base64url").toString("utf8")) as Record<
    string,
    unknown
  >;
}
