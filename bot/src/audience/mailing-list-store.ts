import type { MailingLists } from "../../contract/audiences.ts";
import type { Actor } from "../access/actor.ts";
import { may } from "../access/policy.ts";
import type { Db } from "../db/database.ts";
import type { MailingListRow } from "../db/tables/organization.ts";

/** The mailing lists that admins named, by name; who named them only admins see. */
export async function listMailingLists(
  db: Db,
  actor: Actor,
): Promise<MailingLists> {
  const seesAdmins = may(actor, { action: "audiences.manage" });
  const rows = await db
    .selectFrom("mailing_lists")
    .selectAll()
    .orderBy("name")
    .orderBy("address")
    .execute();
  return {
    lists: rows.map((row) => ({
      id: row.id,
      name: row.name,
      address: row.address,
      about: row.about,
      kind: row.kind,
      version: row.version,
      changed: seesAdmins
        ? { by: row.changed_by_name, at: row.changed_at.toISOString() }
        : null,
    })),
  };
}

/** Those among the addresses, by address. @param addresses lower case */
export async function findMailingLists(
  db: Db,
  addresses: readonly string[],
): Promise<Map<string, MailingListRow>> {
  if (addresses.length === 0) return new Map();
  // There are few lists and may be tens of thousands of addresses.
  const rows = await db.selectFrom("mailing_lists").selectAll().execute();
  const asked = new Set(addresses);
  return new Map(
    rows
      .filter(({ address }) => asked.has(address))
      .map((row) => [row.address, row]),
  );
}
