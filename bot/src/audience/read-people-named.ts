import { sql } from "kysely";
import type { Db } from "../db/database.ts";

/** Somebody whom a roster told. */
export interface KnownPerson {
  /** Where mail reaches them; null: the roster told none. */
  address: string | null;
  userPrincipalName: string | null;
  displayName: string;
  objectId: string;
}

/**
 * The people whom these names mean: a mail address, or a sign-in name (user principal name), which people take for
 * their address and which may differ from it. Where one name is both, of two people, the mail address counts.
 * @param names in lower case
 */
export async function readPeopleNamed(
  db: Db,
  names: readonly string[],
): Promise<Map<string, KnownPerson>> {
  if (names.length === 0) return new Map();
  // Joins take as long as there are names; a list of parameters would be planned one by one.
  const { rows } = await sql<{
    name: string;
    address: string | null;
    user_principal_name: string | null;
    display_name: string;
    object_id: string;
  }>`
    with named as (select distinct unnest(${names}::text[]) as name)
    select named.name, 2 as rank, people.address, people.user_principal_name,
      people.display_name, people.object_id
    from named join people on people.address = named.name
    union all
    select named.name, 1, people.address, people.user_principal_name,
      people.display_name, people.object_id
    from named join people on people.user_principal_name = named.name
    order by rank, object_id
  `.execute(db);
  return new Map(
    rows.map((row) => [
      row.name,
      {
        address: row.address,
        userPrincipalName: row.user_principal_name,
        displayName: row.display_name,
        objectId: row.object_id,
      },
    ]),
  );
}
