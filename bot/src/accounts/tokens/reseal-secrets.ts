import type { Logger } from "pino";
import type { Db } from "../../db/database.ts";
import { isSealedWith, seal, unseal, type SealingKeys } from "./sealing.ts";
import { tokenCachePurpose } from "./token-cache.ts";

/**
 * Seals with today's key what an earlier one sealed, so that the earlier one can be taken out of the
 * configuration. What no key opens stays as it is: the account's check says so. Sign-ins under way are left
 * alone; they end by themselves.
 */
export async function resealSecrets(deps: {
  db: Db;
  keys: SealingKeys;
  log: Logger;
}): Promise<void> {
  const { db, keys } = deps;
  const rows = await db
    .selectFrom("token_caches")
    .select("account_id")
    .execute();
  for (const { account_id } of rows)
    await db.transaction().execute(async (trx) => {
      const row = await trx
        .selectFrom("token_caches")
        .where("account_id", "=", account_id)
        .select("sealed")
        .forUpdate()
        .executeTakeFirst();
      if (!row || isSealedWith(keys.current, row.sealed)) return;
      const purpose = tokenCachePurpose(account_id);
      const text = openOrNull({ keys, purpose, sealed: row.sealed });
      if (text === null) return;
      await trx
        .updateTable("token_caches")
        .set({
          sealed: seal({ keys, purpose, text }),
          resealed_at: new Date(),
        })
        .where("account_id", "=", account_id)
        .execute();
      deps.log.info({ account: account_id }, "tokens sealed with today's key");
    });
}

function openOrNull(given: Parameters<typeof unseal>[0]): string | null {
  try {
    return unseal(given);
  } catch {
    return null;
  }
}
