import {
  ConfidentialClientApplication,
  type Configuration,
} from "@azure/msal-node";
import { X509Certificate, createHash } from "node:crypto";
import { generate } from "selfsigned";
import type { Simulator } from "../start-simulator.ts";

export interface AppCertificate {
  privateKey: string;
  pem: string;
  /** In hex, as MSAL takes it. */
  thumbprintSha256: string;
  thumbprint: string;
}

const dayMs = 24 * 60 * 60 * 1000;

/** A key and its self-signed certificate, as an operator makes them for the app. */
export async function makeAppCertificate(
  validForDays = 30,
): Promise<AppCertificate> {
  const made = await generate([{ name: "commonName", value: "erg-events" }], {
    keySize: 2048,
    algorithm: "sha256",
    notBeforeDate: new Date(Date.now() - dayMs),
    notAfterDate: new Date(Date.now() + validForDays * dayMs),
  });
  const { raw } = new X509Certificate(made.cert);
  const hash = (algorithm: string) =>
    createHash(algorithm).update(raw).digest("hex");
  return {
    privateKey: made.private,
    pem: made.cert,
    thumbprintSha256: hash("sha256"),
    thumbprint: hash("sha1"),
  };
}

/** Microsoft's client, which proves itself by a certificate. */
export function msalClientWith(
  simulator: Simulator,
  clientCertificate: NonNullable<Configuration["auth"]["clientCertificate"]>,
): ConfidentialClientApplication {
  const environment = simulator.environment();
  return new ConfidentialClientApplication({
    auth: {
      clientId: environment["AAD_APP_CLIENT_ID"]!,
      authority: `${simulator.tlsUrl}/${environment["AAD_APP_TENANT_ID"]}`,
      knownAuthorities: [new URL(simulator.tlsUrl).host],
      clientCertificate,
    },
  });
}
