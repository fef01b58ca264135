import type { ConfidentialClientApplication } from "@azure/msal-node";
import { decodeJwt } from "jose";
import { z } from "zod";
import type { Config } from "../../config.ts";
import { readEntraError } from "./read-entra-error.ts";

/** The product's own (app-only) Graph token, and the application permissions in it. */
export interface AppToken {
  token: string;
  /** The token's `roles` (Entra: "access token claims reference"): what an admin has granted to the app. */
  roles: readonly string[];
}

const claimsSchema = z.object({ roles: z.array(z.string()).catch([]) });

/**
 * Gets the app-only token, kept by MSAL until it expires. As a rule it opens nothing but what a team grants
 * when the app is installed there (Teams: "Resource-specific consent").
 * @returns a function that throws {NoToken | EntraUnreachable}
 */
export function openAppToken(deps: {
  client: ConfidentialClientApplication;
  config: Config;
}): (options?: { renew: boolean }) => Promise<AppToken> {
  return async (options) => {
    try {
      const result = await deps.client.acquireTokenByClientCredential({
        scopes: [deps.config.GRAPH_APP_SCOPE],
        skipCache: options?.renew ?? false,
      });
      if (!result) throw new Error("Entra gave the app no token.");
      return {
        token: result.accessToken,
        roles: rolesOf(result.accessToken),
      };
    } catch (error) {
      throw readEntraError(error);
    }
  };
}

/** Graph's tokens are opaque to clients but for this: there is no other place that tells the app its own grants. */
function rolesOf(token: string): string[] {
  try {
    return claimsSchema.parse(decodeJwt(token)).roles;
  } catch {
    return [];
  }
}
