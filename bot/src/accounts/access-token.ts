import {
  InteractionRequiredAuthError,
  ServerError,
  type ConfidentialClientApplication,
} from "@azure/msal-node";
import type { Logger } from "pino";
import type { Config } from "../config.ts";
import type { Db } from "../db/database.ts";
import { openEntraClient, graphScopes } from "./entra-client.ts";
import { SignInNeeded } from "./sign-in-needed.ts";
import { databaseTokenCache } from "./token-cache.ts";

/**
 * Gives the delegated Graph token of an account, refreshed by MSAL when it is due.
 * @throws {SignInNeeded} when Entra wants the person
 */
export function openAccessTokens(deps: {
  db: Db;
  config: Config;
  log: Logger;
}): (accountId: string) => Promise<string> {
  const clients = new Map<string, ConfidentialClientApplication>();
  const clientOf = (accountId: string) => {
    const known = clients.get(accountId);
    if (known) return known;
    const client = openEntraClient({
      config: deps.config,
      log: deps.log,
      cachePlugin: databaseTokenCache({
        db: deps.db,
        key: deps.config.TOKEN_ENCRYPTION_KEY,
        accountId,
      }),
    });
    clients.set(accountId, client);
    return client;
  };

  return async (accountId) => {
    const row = await deps.db
      .selectFrom("service_accounts")
      .where("id", "=", accountId)
      .select("home_account_id")
      .executeTakeFirst();
    if (!row) throw new SignInNeeded("signInNeeded");
    const client = clientOf(accountId);
    const account = await client
      .getTokenCache()
      .getAccountByHomeId(row.home_account_id);
    if (!account) throw new SignInNeeded("signInNeeded");
    try {
      const result = await client.acquireTokenSilent({
        account,
        scopes: graphScopes,
      });
      return result.accessToken;
    } catch (error) {
      if (error instanceof InteractionRequiredAuthError)
        throw new SignInNeeded("signInNeeded", error);
      // Entra says invalid_grant for a refresh token that was revoked or has expired.
      if (error instanceof ServerError && error.errorCode === "invalid_grant")
        throw new SignInNeeded("signInNeeded", error);
      throw error;
    }
  };
}
