import { decodeJwt, jwtVerify, type JWTPayload } from "jose";
import { z } from "zod";
import { graphAudience } from "../login/tokens.ts";
import type { Simulation } from "../simulation.ts";
import type { Person } from "../world/world-seed.ts";
import { GraphError } from "./graph-error.ts";

/** Whoever calls Graph, read from the access token. */
export type Caller =
  | { kind: "delegated"; appId: string; person: Person; scopes: string[] }
  | { kind: "appOnly"; appId: string; roles: string[] };

// Entra signed them: only who they speak for is read.
const claimsSchema = z.object({
  appid: z.string(),
  idtyp: z.string().optional(),
  oid: z.string().default(""),
  scp: z.string().default(""),
  roles: z.array(z.string()).default([]),
});

/** Checks the token as Graph does: signature, audience, expiry. */
export async function readCaller(
  simulation: Simulation,
  authorization: string | undefined,
): Promise<Caller> {
  const token = /^Bearer (.+)$/i.exec(authorization ?? "")?.[1];
  if (!token) throw invalidToken("Access token is empty.");
  const claims = claimsSchema.parse(await verify(simulation, token));
  const { appid: appId } = claims;
  if (claims.idtyp === "app") {
    return { kind: "appOnly", appId, roles: claims.roles };
  }
  const person = simulation.directory.person(claims.oid);
  if (!person) throw invalidToken("The user of the token was not found.");
  return { kind: "delegated", appId, person, scopes: claims.scp.split(" ") };
}

async function verify(
  simulation: Simulation,
  token: string,
): Promise<JWTPayload> {
  const key = simulation.keys.entra.publicJwk;
  try {
    const { payload } = await jwtVerify(token, key, {
      audience: graphAudience,
      algorithms: ["RS256"],
      currentDate: simulation.clock.now(),
    });
    return payload;
  } catch {
    throw invalidToken(reason(simulation, token));
  }
}

function reason(simulation: Simulation, token: string): string {
  try {
    const { exp = 0, aud } = decodeJwt(token);
    if (aud !== graphAudience)
      return "Access token validation failure. Invalid audience.";
    return exp * 1000 <= simulation.clock.now().getTime()
      ? "Lifetime validation failed, the token is expired."
      : "Access token validation failure.";
  } catch {
    return "IDX14100: JWT is not well formed, there are no dots (.).";
  }
}

function invalidToken(message: string): GraphError {
  return new GraphError({
    status: 401,
    code: "InvalidAuthenticationToken",
    message,
  });
}

/** The signed-in person, who must have granted one of these scopes. */
export function requireScope(caller: Caller, ...anyOf: string[]): Person {
  if (caller.kind === "appOnly") {
    throw new GraphError({
      status: 400,
      code: "BadRequest",
      message: "/me request is only valid with delegated authentication flow.",
    });
  }
  if (!anyOf.some((scope) => caller.scopes.includes(scope))) {
    throw new GraphError({
      status: 403,
      code: "ErrorAccessDenied",
      message: "Access is denied. Check credentials and try again.",
    });
  }
  return caller.person;
}
