import { decodeJwt, errors, jwtVerify, type JWTPayload } from "jose";
import { z } from "zod";
import type { Simulation } from "../simulation.ts";
import type { Person } from "../world/world-seed.ts";
import type { Client } from "./authenticate-client.ts";
import type { EntraRefusal } from "./entra-error.ts";
import { applicationIdUri, issuerV2 } from "./tokens.ts";

export type ReadAssertion =
  | { ok: true; person: Person; signedInAt: Date }
  | { ok: false; refusal: EntraRefusal };

// Entra signed it: only what is used is read.
const claimsSchema = z.object({
  oid: z.string().default(""),
  tid: z.string().default(""),
  iat: z.number(),
});

/** Entra: OAuth 2.0 On-Behalf-Of flow, the assertion must be a token for the app that shows it. */
export async function readAssertion(
  simulation: Simulation,
  client: Client,
  token: string,
): Promise<ReadAssertion> {
  const audiences = client.isBot
    ? [client.id]
    : [client.id, `api://${client.id}`, applicationIdUri(simulation)];
  let payload: JWTPayload;
  try {
    ({ payload } = await jwtVerify(token, simulation.keys.entra.publicJwk, {
      algorithms: ["RS256"],
      audience: audiences,
      issuer: [
        issuerV2(simulation),
        `https://sts.windows.net/${simulation.directory.tenant.id}/`,
      ],
      currentDate: simulation.clock.now(),
      // Known: Entra allows for clocks that differ by five minutes.
      clockTolerance: 300,
    }));
  } catch (error) {
    return refuse(describe(simulation, client, { token, error }));
  }
  const claims = claimsSchema.parse(payload);
  const person = simulation.directory.person(claims.oid);
  if (!person || claims.tid !== simulation.directory.tenant.id) {
    return refuse({
      number: 50034,
      message: `The user account does not exist in the ${simulation.directory.tenant.name} directory. To sign into this application, the account must be added to the directory.`,
    });
  }
  return { ok: true, person, signedInAt: new Date(claims.iat * 1000) };
}

/** Entra: authentication and authorization error codes; texts as recorded in issues on MSAL. */
function describe(
  simulation: Simulation,
  client: Client,
  { token, error }: { token: string; error: unknown },
): { number: number; message: string } {
  const claim =
    error instanceof errors.JWTClaimValidationFailed ? error.claim : "";
  if (error instanceof errors.JWTExpired || claim === "nbf") {
    return {
      number: 500133,
      message: `Assertion is not within its valid time range. Ensure that the access token is not expired before using it for user assertion, or request a new token. Current time: ${simulation.clock.now().toISOString()}, expiry time of assertion ${expiryOf(token)}.`,
    };
  }
  if (claim === "aud") {
    return {
      number: 500131,
      message: `Assertion audience does not match the Client app presenting the assertion. The audience in the assertion was '${String(decodeJwt(token).aud)}' and the expected audience is '${applicationIdUri(simulation)}' or one of the Application Uris of this application with App ID '${client.id}'. The downstream client must request a token for the expected audience (the application that made the OBO request) and this application should use that token as the assertion.`,
    };
  }
  return {
    number: 50013,
    message:
      claim === "iss"
        ? "Assertion failed validation. The token issuer doesn't match the API version."
        : "Assertion failed signature validation. [Reason - The provided signature value did not match the expected signature value.]",
  };
}

function expiryOf(token: string): string {
  return new Date((decodeJwt(token).exp ?? 0) * 1000).toISOString();
}

function refuse(of: { number: number; message: string }): ReadAssertion {
  return {
    ok: false,
    refusal: { status: 400, error: "invalid_grant", ...of },
  };
}
