import { randomUUID } from "node:crypto";
import type { Db } from "../db/database.ts";
import type { ServiceAccountRow } from "../db/schema.ts";

/** A service account whose tokens are stored, whether they still work or not. */
export type KeptAccount = ServiceAccountRow & { state: "connected" | "broken" };

/** The account that organizes an event, or will; null while there is none with tokens. */
export async function findAccountOf(
  db: Db,
  event: { account_id: string | null },
): Promise<KeptAccount | null> {
  if (event.account_id === null) return findDefaultAccount(db);
  const account = await db
    .selectFrom("service_accounts")
    .where("id", "=", event.account_id)
    .selectAll()
    .executeTakeFirst();
  return account && isKept(account) ? account : null;
}

function isKept(account: ServiceAccountRow): account is KeptAccount {
  return account.state !== "disconnected";
}

/** The account that organizes new events; null while none is connected. */
export async function findDefaultAccount(db: Db): Promise<KeptAccount | null> {
  const account = await db
    .selectFrom("service_accounts")
    .where("is_default", "=", true)
    .selectAll()
    .executeTakeFirst();
  return account && isKept(account) ? account : null;
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
    .where("state", "=", "connected")
    .execute();
}
