import { createPrivateKey, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { z } from "zod";

/** How the app proves to Entra that it is itself. */
export type AppCredential =
  | { kind: "secret"; secret: string }
  | { kind: "certificate"; certificate: AppCertificate };

/** In the shape that MSAL takes (MSAL Node: "Using certificates"). */
export interface AppCertificate {
  thumbprintSha256: string;
  privateKey: string;
  x5c: string;
  expiresAt: Date;
}

/** Reads the file that a variable names, as a transformation of zod's. */
export function readCertificateFile(
  path: string,
  context: z.RefinementCtx,
): AppCertificate {
  try {
    const pem = readFileSync(path, "utf8");
    const certificate = new X509Certificate(pem);
    const privateKey = createPrivateKey(pem);
    if (!certificate.checkPrivateKey(privateKey)) throw new Error("key");
    return {
      thumbprintSha256: certificate.fingerprint256.replaceAll(":", ""),
      privateKey: privateKey
        .export({ type: "pkcs8", format: "pem" })
        .toString(),
      x5c: certificate.toString(),
      expiresAt: new Date(certificate.validTo),
    };
  } catch {
    context.addIssue({
      code: "custom",
      message:
        "must be a readable PEM file with a private key and its certificate",
    });
    return z.NEVER;
  }
}
