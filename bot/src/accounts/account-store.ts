import { randomUUID } from "node:crypto";
import type { Db, Trx } from "../db/database.ts";
import type { ServiceAccountRow } from "../db/tables/accounts.ts";

/** A service account whose tokens are stored, whether they still work or not. */
export type KeptAccount = ServiceAccountRow & {
  state: "connected" | "degraded" | "broken";
};

/** Whether invitations can go out from it. */
export function works(
  account: Pick<ServiceAccountRow, "state"> | null | undefined,
): boolean {
  return account?.state === "connected" || account?.state === "degraded";
}

/** The account that organizes an event, or will; null while there is none with tokens. */
export async function findAccountOf(
  db: Db,
  event: { account_id: string | null },
): Promise<KeptAccount | null> {
  return event.account_id === null
    ? findDefaultAccount(db)
    : findAccount(db, event.account_id);
}

export async function findAccount(
  db: Db,
  accountId: string,
): Promise<KeptAccount | null> {
  const account = await db
    .selectFrom("service_accounts")
    .where("id", "=", accountId)
    .selectAll()
    .executeTakeFirst();
  return account && isKept(account) ? account : null;
}

function isKept(account: ServiceAccountRow): account is KeptAccount {
  return account.state !== "disconnected";
}

/** Whether this is an account of earlier that still organizes events of its own. */
export async function isEarlierAccount(
  db: Db,
  objectId: string,
): Promise<boolean> {
  const row = await db
    .selectFrom("service_accounts")
    .where("object_id", "=", objectId)
    .where("is_default", "=", false)
    .where("state", "!=", "disconnected")
    .select("id")
    .executeTakeFirst();
  return row !== undefined;
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

/** Every account whose tokens are stored. */
export async function listAccounts(db: Db): Promise<KeptAccount[]> {
  const accounts = await db
    .selectFrom("service_accounts")
    .selectAll()
    .execute();
  return accounts.filter(isKept);
}

/** An account and, until the transaction ends, the right to change it. */
export async function lockAccount(
  trx: Trx,
  accountId: string,
): Promise<KeptAccount | null> {
  const account = await trx
    .selectFrom("service_accounts")
    .where("id", "=", accountId)
    .selectAll()
    .forUpdate()
    .executeTakeFirst();
  return account && isKept(account) ? account : null;
}

/**
 * Stores a verified account, or the same account anew. Returns its id.
 * @param isDefault whether it organizes new events from now on; an account of earlier that is connected again
 *   goes on with its own
 */
export async function saveAccount(
  trx: Trx,
  account: Pick<
    ServiceAccountRow,
    | "object_id"
    | "tenant_id"
    | "user_principal_name"
    | "display_name"
    | "address"
    | "home_account_id"
    | "scopes"
    | "connected_by"
    | "connected_by_name"
  >,
  { isDefault, now }: { isDefault: boolean; now: Date },
): Promise<string> {
  if (isDefault)
    await trx
      .updateTable("service_accounts")
      .set({ is_default: false })
      .where("object_id", "!=", account.object_id)
      .execute();
  const fresh = {
    ...account,
    is_default: isDefault,
    state: "connected" as const,
    problem_code: null,
    state_since: now,
    unreachable_since: null,
    findings: "[]",
    checked_at: null,
    next_check_at: now,
    failures: 0,
    failed_at: null,
    connected_at: now,
  };
  const { id } = await trx
    .insertInto("service_accounts")
    .values({ id: randomUUID(), ...fresh })
    .onConflict((conflict) => conflict.column("object_id").doUpdateSet(fresh))
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}
