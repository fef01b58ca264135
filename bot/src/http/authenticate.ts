import { createRemoteJWKSet, errors, jwtVerify } from "jose";
import { z } from "zod";
import type { Actor } from "../access/actor.ts";
import { openMemberships } from "../groups/group-store.ts";
import { loadActor } from "../access/load-actor.ts";
import type { Config } from "../config.ts";
import type { Db } from "../db/database.ts";
import { AppError } from "../errors.ts";

/**
 * Clocks may differ by five minutes, as Microsoft's own libraries have it. A smaller difference would keep
 * admins out who could read in the tab that the backend's clock is wrong.
 */
const clockToleranceSeconds = 300;

/** Teams' own client ids: desktop and mobile, and web (Teams: "Update manifest for SSO"). */
const teamsClients = [
  "1fec8e78-bce4-4aaf-ab1b-5451cc387264",
  "5e3ce6c0-2b1f-4285-8d4b-75ee78787346",
] as const;

const claimsSchema = z.object({
  oid: z.guid(),
  tid: z.string(),
  ver: z.literal("2.0"),
  azp: z.enum(teamsClients),
  scp: z
    .string()
    .refine((scopes) => scopes.split(" ").includes("access_as_user")),
  name: z.string().optional(),
  preferred_username: z.string().optional(),
  roles: z.array(z.string()).default([]),
  exp: z.number(),
});

interface Authenticated {
  actor: Actor;
  /** After it the token proves nothing; streams end then. */
  expiresAt: Date;
}

export type Authenticate = (
  authorization: string | undefined,
) => Promise<Authenticated>;

const refused = (cause?: unknown) =>
  new AppError({
    code: "notSignedIn",
    status: 401,
    message: "Your sign-in is missing or has expired. Reload the page.",
    cause,
  });

/**
 * Verifies a Teams SSO token in full (signature by Entra's keys, issuer, audience, tenant, calling
 * client, scope, expiry) and loads who it is. @throws {AppError} 401, or 503 while the keys are out of reach
 */
export function openAuthentication(deps: {
  db: Db;
  config: Config;
}): Authenticate {
  const { config } = deps;
  const actorDeps = {
    readMemberships: openMemberships(deps),
    adminUsers: config.ADMIN_USERS,
  };
  const authority = `${config.AAD_APP_OAUTH_AUTHORITY_HOST}/${config.AAD_APP_TENANT_ID}`;
  const keys = createRemoteJWKSet(new URL(`${authority}/discovery/v2.0/keys`), {
    timeoutDuration: 5000,
  });
  const { host } = new URL(config.PUBLIC_URL);
  const audience = [
    config.AAD_APP_CLIENT_ID,
    `api://${host}/${config.AAD_APP_CLIENT_ID}`,
    `api://${host}/botid-${config.BOT_ID}`,
  ];
  return async (authorization) => {
    const token = /^Bearer (\S+)$/i.exec(authorization ?? "")?.[1];
    if (!token) throw refused();
    const { payload } = await jwtVerify(token, keys, {
      issuer: `${authority}/v2.0`,
      audience,
      algorithms: ["RS256"],
      clockTolerance: clockToleranceSeconds,
      requiredClaims: ["exp", "iat"],
    }).catch((cause: unknown) => {
      const keysOutOfReach =
        !(cause instanceof errors.JOSEError) ||
        cause instanceof errors.JWKSTimeout ||
        cause.code === "ERR_JOSE_GENERIC";
      throw keysOutOfReach
        ? new AppError({
            code: "signInUnavailable",
            status: 503,
            message:
              "Microsoft's sign-in service did not answer. Try again in a moment.",
            cause,
          })
        : refused(cause);
    });
    const claims = claimsSchema.safeParse(payload);
    if (!claims.success || claims.data.tid !== config.AAD_APP_TENANT_ID)
      throw refused(claims.error);
    return {
      actor: await loadActor(actorDeps, {
        objectId: claims.data.oid,
        displayName: claims.data.name ?? null,
        signInName: claims.data.preferred_username ?? null,
        appRoles: claims.data.roles,
      }),
      expiresAt: new Date(claims.data.exp * 1000),
    };
  };
}
