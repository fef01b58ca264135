import type { GroupRole, GroupSummary } from "../../contract/groups.ts";
import type { Actor } from "../access/actor.ts";
import { may } from "../access/policy.ts";
import type { Db } from "../db/database.ts";
import type { GroupRow } from "../db/schema.ts";

export async function findGroup(
  db: Db,
  groupId: string,
): Promise<GroupRow | null> {
  return (
    (await db
      .selectFrom("groups")
      .where("id", "=", groupId)
      .selectAll()
      .executeTakeFirst()) ?? null
  );
}

/** The groups that the actor belongs to, by name. */
export async function listMyGroups(
  db: Db,
  actor: Actor,
): Promise<GroupSummary[]> {
  const ids = [...actor.roles.keys()];
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("groups")
    .where("id", "in", ids)
    .where("installed", "=", true)
    .select(["id", "name", "team_id", "confidential", "installed"])
    .select((select) =>
      select
        .selectFrom("group_members")
        .whereRef("group_members.group_id", "=", "groups.id")
        .where("in_roster", "=", true)
        .select((count) => count.fn.countAll<string>().as("n"))
        .as("member_count"),
    )
    .orderBy("name")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    teamId: row.team_id,
    confidential: row.confidential,
    memberCount: Number(row.member_count),
    myRole: actor.roles.get(row.id) ?? null,
    canSchedule: may(actor, { action: "event.schedule", group: row }),
    canManage: may(actor, { action: "group.manage", group: row }),
  }));
}

/** The roles of one person in all groups, and the roster's mail address, by Entra object id. */
export async function readMemberships(
  db: Db,
  objectId: string,
): Promise<{ roles: Map<string, GroupRole>; address: string | null }> {
  const rows = await db
    .selectFrom("people")
    .leftJoin("group_members", (join) =>
      join
        .onRef("group_members.person_id", "=", "people.id")
        .on("group_members.in_roster", "=", true),
    )
    .where("people.object_id", "=", objectId)
    .select(["people.address", "group_members.group_id", "group_members.role"])
    .execute();
  const roles = new Map<string, GroupRole>();
  for (const { group_id, role } of rows)
    if (group_id && role) roles.set(group_id, role);
  return { roles, address: rows[0]?.address ?? null };
}
