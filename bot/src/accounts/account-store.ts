import { randomUUID } from "node:crypto";
import type { Db } from "../db/database.ts";
import type { ServiceAccountRow } from "../db/schema.ts";

/** The account that organizes every event; null while none is connected. */
export async function findDefaultAccount(
  db: Db,
): Promise<ServiceAccountRow | null> {
  return (
    (await db
      .selectFrom("service_accounts")
      .where("is_default", "=", true)
      .selectAll()
      .executeTakeFirst()) ?? null
  );
}

/** Stores a verified account as the default one, or the same account anew. Returns its id. */
export async function saveDefaultAccount(
  trx: Db,
  account: Omit<
    ServiceAccountRow,
    "id" | "is_default" | "state" | "problem_code"
  >,
): Promise<string> {
  await trx
    .updateTable("service_accounts")
    .set({ is_default: false })
    .where("object_id", "!=", account.object_id)
    .execute();
  const fresh = {
    ...account,
    is_default: true,
    state: "connected",
    problem_code: null,
  } as const;
  const { id } = await trx
    .insertInto("service_accounts")
    .values({ id: randomUUID(), ...fresh })
    .onConflict((conflict) => conflict.column("object_id").doUpdateSet(fresh))
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Notes that the account stopped working, once; its jobs wait from then on. */
export async function markAccountBroken(
  db: Db,
  accountId: string,
  problemCode: string,
): Promise<void> {
  await db
    .updateTable("service_accounts")
    .set({ state: "broken", problem_code: problemCode })
    .where("id", "=", accountId)
    .execute();
}
