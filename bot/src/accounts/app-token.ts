import type { Logger } from "pino";
import type { Config } from "../config.ts";
import { openEntraClient } from "./entra-client.ts";

/**
 * Gets the product's own (app-only) Graph token, kept by MSAL until it expires. It opens nothing but what
 * a team grants when the app is installed there (Teams: "Resource-specific consent").
 */
export function openAppToken(deps: {
  config: Config;
  log: Logger;
}): () => Promise<string> {
  const client = openEntraClient(deps);
  return async () => {
    const result = await client.acquireTokenByClientCredential({
      scopes: [deps.config.GRAPH_APP_SCOPE],
    });
    if (!result) throw new Error("Entra gave the app no token.");
    return result.accessToken;
  };
}
