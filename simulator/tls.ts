import { X509Certificate } from "node:crypto";
import { chmod, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { generate } from "selfsigned";

export interface Certificate {
  keyPath: string;
  certPath: string;
  key: string;
  cert: string;
}

const dayMs = 24 * 60 * 60 * 1000;

/**
 * The certificate of the TLS side, made at the first start and reused while it is valid for
 * another week. Node trusts it by NODE_EXTRA_CA_CERTS, which is read before any program starts:
 * so whoever starts the product makes the certificate first and passes `certPath` on.
 */
export async function ensureCertificate(folder: string): Promise<Certificate> {
  const keyPath = join(folder, "key.pem");
  const certPath = join(folder, "cert.pem");
  const existing = await readPair(keyPath, certPath);
  if (existing && isUsable(existing.cert)) {
    return { keyPath, certPath, ...existing };
  }
  const made = await makePair();
  await mkdir(folder, { recursive: true });
  await writeAtOnce(keyPath, made.key, 0o600);
  await writeAtOnce(certPath, made.cert, 0o644);
  return { keyPath, certPath, ...made };
}

async function readPair(keyPath: string, certPath: string) {
  try {
    const [key, cert] = await Promise.all([
      readFile(keyPath, "utf8"),
      readFile(certPath, "utf8"),
    ]);
    return { key, cert };
  } catch {
    return null;
  }
}

function isUsable(cert: string): boolean {
  try {
    const parsed = new X509Certificate(cert);
    const remainingMs = new Date(parsed.validTo).getTime() - Date.now();
    return (
      remainingMs > 7 * dayMs && parsed.checkHost("localhost") !== undefined
    );
  } catch {
    return false;
  }
}

async function makePair(): Promise<{ key: string; cert: string }> {
  const now = Date.now();
  const pair = await generate([{ name: "commonName", value: "localhost" }], {
    keySize: 2048,
    algorithm: "sha256",
    notBeforeDate: new Date(now - dayMs),
    notAfterDate: new Date(now + 365 * dayMs),
    extensions: [
      { name: "basicConstraints", cA: true, critical: true },
      {
        name: "keyUsage",
        digitalSignature: true,
        keyEncipherment: true,
        keyCertSign: true,
        critical: true,
      },
      { name: "extKeyUsage", serverAuth: true },
      {
        name: "subjectAltName",
        altNames: [
          { type: 2, value: "localhost" },
          { type: 7, ip: "127.0.0.1" },
          { type: 7, ip: "::1" },
        ],
      },
    ],
  });
  return { key: pair.private, cert: pair.cert };
}

/** Renaming makes the file appear whole: a second start may read while this one writes. */
async function writeAtOnce(path: string, text: string, mode: number) {
  const temporary = `${path}.${process.pid}`;
  await writeFile(temporary, text, { mode });
  await chmod(temporary, mode);
  await rename(temporary, path);
}
