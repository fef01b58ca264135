import {
  decodeJwt,
  decodeProtectedHeader,
  errors,
  jwtVerify,
  type JWTPayload,
} from "jose";
import { createHash, X509Certificate } from "node:crypto";
import type { Simulation } from "../simulation.ts";
import { tokenEndpoint } from "./discovery.ts";
import type { EntraRefusal } from "./entra-error.ts";
import type { TokenForm } from "./token-exchange.ts";

const assertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
/** Entra's page recommends 5 to 10 minutes and enforces nothing: this is stricter. */
const longestSeconds = 10 * 60;
/** Known: Entra allows for clocks that differ by five minutes. */
const toleranceSeconds = 5 * 60;

/**
 * Entra: Certificate credentials. The assertion is signed with a registered certificate, which its
 * header names by thumbprint, for this endpoint and a short time.
 */
export async function clientAssertionRefusal(
  simulation: Simulation,
  form: TokenForm,
): Promise<EntraRefusal | null> {
  if (form.client_assertion_type !== assertionType) {
    return invalidClient(
      7000218,
      "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    );
  }
  const assertion = form.client_assertion ?? "";
  const thumbprint = thumbprintIn(assertion);
  if (thumbprint === null) {
    return invalidClient(
      50027,
      "JWT token is invalid or malformed. No certificate thumbprint specified in token header.",
    );
  }
  const certificate = simulation.app.certificates
    .map((pem) => new X509Certificate(pem))
    .find((registered) => thumbprintsOf(registered).includes(thumbprint));
  if (!certificate) {
    return keyRefusal(simulation, thumbprint, "The key was not found.");
  }
  if (Date.parse(certificate.validTo) <= simulation.clock.now().getTime()) {
    return keyRefusal(simulation, thumbprint, "The key used is expired.");
  }
  return verify(simulation, { assertion, certificate, thumbprint });
}

async function verify(
  simulation: Simulation,
  signed: {
    assertion: string;
    certificate: X509Certificate;
    thumbprint: string;
  },
): Promise<EntraRefusal | null> {
  const { assertion, certificate, thumbprint } = signed;
  const { clientId } = simulation.app;
  try {
    const { payload } = await jwtVerify(assertion, certificate.publicKey, {
      algorithms: ["PS256", "RS256"],
      audience: tokenEndpoint(simulation),
      issuer: clientId,
      subject: clientId,
      requiredClaims: ["exp", "jti"],
      currentDate: simulation.clock.now(),
      clockTolerance: toleranceSeconds,
    });
    return isShort(payload) ? null : outsideItsTime(simulation, payload);
  } catch (error) {
    return describe(simulation, { assertion, thumbprint, error });
  }
}

function isShort({ exp = 0, nbf, iat }: JWTPayload): boolean {
  const from = nbf ?? iat;
  return from !== undefined && exp - from <= longestSeconds;
}

/** Entra: authentication and authorization error codes; texts as recorded in issues on MSAL. */
function describe(
  simulation: Simulation,
  of: { assertion: string; thumbprint: string; error: unknown },
): EntraRefusal {
  const { assertion, thumbprint, error } = of;
  const claim =
    error instanceof errors.JWTClaimValidationFailed ? error.claim : "";
  if (error instanceof errors.JWTExpired || claim === "nbf") {
    return outsideItsTime(simulation, decodeJwt(assertion));
  }
  if (claim === "aud") {
    return invalidClient(
      700023,
      "Client assertion audience claim does not match Realm issuer. Review the documentation at https://learn.microsoft.com/entra/identity-platform/certificate-credentials .",
    );
  }
  if (claim === "iss" || claim === "sub") {
    return invalidClient(
      700021,
      "Client assertion application identifier doesn't match 'client_id' parameter.",
    );
  }
  if (claim !== "") {
    return invalidClient(
      50027,
      `JWT token is invalid or malformed. The claim '${claim}' is missing.`,
    );
  }
  return keyRefusal(
    simulation,
    thumbprint,
    "The provided signature value did not match the expected signature value.",
  );
}

function outsideItsTime(
  simulation: Simulation,
  { nbf = 0, exp = 0 }: JWTPayload,
): EntraRefusal {
  const at = (seconds: number) => new Date(seconds * 1000).toISOString();
  return invalidClient(
    700024,
    `Client assertion is not within its valid time range. Current time: ${simulation.clock.now().toISOString()}, assertion valid from ${at(nbf)}, expiry time of assertion ${at(exp)}.`,
  );
}

function keyRefusal(
  simulation: Simulation,
  thumbprint: string,
  reason: string,
): EntraRefusal {
  const shown = Buffer.from(thumbprint, "base64url")
    .toString("hex")
    .toUpperCase();
  return invalidClient(
    700027,
    `The certificate with identifier used to sign the client assertion is not registered on application. [Reason - ${reason}, Thumbprint of key used by client: '${shown}', Please visit the Azure Portal, Graph Explorer or directly use MS Graph to see configured keys for app Id '${simulation.app.clientId}'.]`,
  );
}

/** By SHA-256 as the page says now, or by SHA-1 as older clients do. */
function thumbprintIn(assertion: string): string | null {
  try {
    const header = decodeProtectedHeader(assertion);
    const thumbprint: unknown = header["x5t#S256"] ?? header["x5t"];
    return typeof thumbprint === "string" ? thumbprint : null;
  } catch {
    return null;
  }
}

function thumbprintsOf(certificate: X509Certificate): string[] {
  return ["sha256", "sha1"].map((algorithm) =>
    createHash(algorithm).update(certificate.raw).digest("base64url"),
  );
}

function invalidClient(number: number, message: string): EntraRefusal {
  return { status: 401, error: "invalid_client", number, message };
}
