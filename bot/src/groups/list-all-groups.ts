import { sql } from "kysely";
import type { OverseenGroup } from "../../contract/groups.ts";
import type { Db } from "../db/database.ts";

/** Every group that there is or was, for admins: those that nobody leads first, then by name. */
export async function listAllGroups(db: Db): Promise<OverseenGroup[]> {
  const rows = await db
    .selectFrom("groups")
    .leftJoin("group_members", (join) =>
      join
        .onRef("group_members.group_id", "=", "groups.id")
        .on("in_roster", "=", true),
    )
    .select(["groups.id", "name", "confidential", "installed"])
    .select([
      sql<number>`count(person_id)::int`.as("members"),
      sql<number>`count(*) filter (where role = 'owner')::int`.as("owners"),
      sql<number>`count(*) filter (where role = 'contributor')::int`.as(
        "contributors",
      ),
    ])
    .groupBy("groups.id")
    .orderBy(sql`count(*) filter (where role = 'owner') > 0`)
    .orderBy("name")
    .orderBy("groups.id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    confidential: row.confidential,
    installed: row.installed,
    memberCount: row.members,
    owners: row.owners,
    contributors: row.contributors,
  }));
}
