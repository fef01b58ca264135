import type { ICachePlugin } from "@azure/msal-node";
import { sql } from "kysely";
import type { Db } from "../../db/database.ts";
import { EntraUnreachable, NoToken } from "./no-token.ts";
import { seal, unseal, type SealingKeys } from "./sealing.ts";

const nextVersion = sql<number>`nextval('token_cache_versions')::integer`;

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
        .select(["sealed", "resealed_at"])
        .executeTakeFirst();
      if (row) context.tokenCache.deserialize(open(options, row));
    },
    afterCacheAccess: async (context) => {
      if (!context.cacheHasChanged) return;
      await db
        .updateTable("token_caches")
        .set({
          sealed: sealCache(keys, accountId, context.tokenCache.serialize()),
          version: nextVersion,
          updated_at: new Date(),
        })
        .where("account_id", "=", accountId)
        .execute();
    },
  };
}

/** How long backends of before a change of the key may go on beside those of after it, in milliseconds. */
const rolloutMs = 60 * 60_000;

function open(
  options: { keys: SealingKeys; accountId: string },
  row: { sealed: Buffer; resealed_at: Date | null },
): string {
  try {
    return unseal({
      keys: options.keys,
      purpose: tokenCachePurpose(options.accountId),
      sealed: row.sealed,
    });
  } catch (cause) {
    // Sealed anew a moment ago: this backend is the one that will be replaced, and says nothing of the account.
    const isRollout =
      row.resealed_at !== null &&
      Date.now() - row.resealed_at.getTime() < rolloutMs;
    throw isRollout
      ? new EntraUnreachable(cause)
      : new NoToken("unreadableTokens", cause);
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
    version: nextVersion,
    resealed_at: null,
    updated_at: new Date(),
  };
  await given.trx
    .insertInto("token_caches")
    .values({ account_id: accountId, ...fresh })
    .onConflict((conflict) => conflict.column("account_id").doUpdateSet(fresh))
    .execute();
}
