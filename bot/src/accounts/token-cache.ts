import type { ICachePlugin } from "@azure/msal-node";
import type { Db } from "../db/database.ts";
import { seal, unseal } from "./sealing.ts";
import { SignInNeeded } from "./sign-in-needed.ts";

const purposeOf = (accountId: string) => `token-cache:${accountId}`;

/** MSAL's cache of one account, sealed, in the database. */
export function databaseTokenCache(options: {
  db: Db;
  key: Buffer;
  accountId: string;
}): ICachePlugin {
  const { db, key, accountId } = options;
  const open = (sealed: Buffer): string => {
    try {
      return unseal({ key, purpose: purposeOf(accountId), sealed });
    } catch (cause) {
      throw new SignInNeeded("unreadableTokens", cause);
    }
  };
  return {
    beforeCacheAccess: async (context) => {
      const row = await db
        .selectFrom("token_caches")
        .where("account_id", "=", accountId)
        .select("sealed")
        .executeTakeFirst();
      if (row) context.tokenCache.deserialize(open(row.sealed));
    },
    afterCacheAccess: async (context) => {
      if (context.cacheHasChanged)
        await storeTokenCache({
          db,
          key,
          accountId,
          serialized: context.tokenCache.serialize(),
        });
    },
  };
}

/** Stores a whole serialized MSAL cache as that of one account. */
export async function storeTokenCache(given: {
  db: Db;
  key: Buffer;
  accountId: string;
  serialized: string;
}): Promise<void> {
  const row = {
    account_id: given.accountId,
    sealed: seal({
      key: given.key,
      purpose: purposeOf(given.accountId),
      text: given.serialized,
    }),
    updated_at: new Date(),
  };
  await given.db
    .insertInto("token_caches")
    .values(row)
    .onConflict((conflict) =>
      conflict.column("account_id").doUpdateSet({
        sealed: row.sealed,
        updated_at: row.updated_at,
      }),
    )
    .execute();
}
