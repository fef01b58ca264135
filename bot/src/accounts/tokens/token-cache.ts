import type { ICachePlugin } from "@azure/msal-node";
import type { Db } from "../../db/database.ts";
import { NoToken } from "./no-token.ts";
import { seal, unseal, type SealingKeys } from "./sealing.ts";

export const tokenCachePurpose = (accountId: string) =>
  `token-cache:${accountId}`;

/**
 * MSAL's cache of one account, sealed, in the database (MSAL Node: "Caching", custom cache plugin). Only an
 * account whose cache is there is written: tokens that a refresh brings back after the account was
 * disconnected are forgotten.
 */
export function databaseTokenCache(options: {
  db: Db;
  keys: SealingKeys;
  accountId: string;
}): ICachePlugin {
  const { db, keys, accountId } = options;
  return {
    beforeCacheAccess: async (context) => {
      const row = await db
        .selectFrom("token_caches")
        .where("account_id", "=", accountId)
        .select("sealed")
        .executeTakeFirst();
      if (row) context.tokenCache.deserialize(open(options, row.sealed));
    },
    afterCacheAccess: async (context) => {
      if (!context.cacheHasChanged) return;
      await db
        .updateTable("token_caches")
        .set((update) => ({
          sealed: sealCache(keys, accountId, context.tokenCache.serialize()),
          version: update("version", "+", 1),
          updated_at: new Date(),
        }))
        .where("account_id", "=", accountId)
        .execute();
    },
  };
}

function open(
  options: { keys: SealingKeys; accountId: string },
  sealed: Buffer,
): string {
  try {
    return unseal({
      keys: options.keys,
      purpose: tokenCachePurpose(options.accountId),
      sealed,
    });
  } catch (cause) {
    throw new NoToken("unreadableTokens", cause);
  }
}

function sealCache(keys: SealingKeys, accountId: string, text: string): Buffer {
  return seal({ keys, purpose: tokenCachePurpose(accountId), text });
}

/** Stores a whole serialized MSAL cache as that of one account, in the transaction that connects it. */
export async function storeTokenCache(given: {
  trx: Db;
  keys: SealingKeys;
  accountId: string;
  serialized: string;
}): Promise<void> {
  const { accountId } = given;
  const fresh = {
    sealed: sealCache(given.keys, accountId, given.serialized),
    updated_at: new Date(),
  };
  await given.trx
    .insertInto("token_caches")
    .values({ account_id: accountId, version: 1, ...fresh })
    .onConflict((conflict) =>
      conflict.column("account_id").doUpdateSet((update) => ({
        ...fresh,
        version: update("token_caches.version", "+", 1),
      })),
    )
    .execute();
}
