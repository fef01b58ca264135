import type { GroupLead, GroupLeads } from "../../../contract/groups.ts";
import type { Actor } from "../../access/actor.ts";
import { may } from "../../access/policy.ts";
import type { Db } from "../../db/database.ts";
import type { GroupRow } from "../../db/tables/groups.ts";
import { notFound } from "../../errors.ts";
import { findGroup } from "../group-store.ts";

/**
 * Who leads a group, for those who are in it: owners first, then by name.
 * @throws {AppError} 404 for everybody else
 */
export async function listLeads(
  db: Db,
  given: { actor: Actor; groupId: string },
): Promise<GroupLeads> {
  const group = await findOwnGroup(db, given);
  const rows = await db
    .selectFrom("group_members")
    .innerJoin("people", "people.id", "group_members.person_id")
    .where("group_id", "=", group.id)
    .where("in_roster", "=", true)
    .where("role", "!=", "member")
    .select(["object_id", "display_name", "role", "owns_team"])
    .$narrowType<{ role: GroupLead["role"] }>()
    .orderBy("role", "desc")
    .orderBy("display_name")
    .orderBy("object_id")
    .execute();
  const leads = rows.map((row) => ({
    objectId: row.object_id,
    displayName: row.display_name,
    role: row.role,
    ownsTeam: row.owns_team,
  }));
  // Of an owner who has just given that up the actor's roles are those of before.
  const isOwner = leads.some(
    ({ objectId, role }) =>
      objectId === given.actor.objectId && role === "owner",
  );
  return {
    leads,
    canAppoint: isOwner && may(given.actor, { action: "group.appoint", group }),
  };
}

/** @throws {AppError} 404 where there is no such group, or the actor is not in it */
export async function findOwnGroup(
  db: Db,
  given: { actor: Actor; groupId: string },
): Promise<GroupRow> {
  const group = await findGroup(db, given.groupId);
  if (!group || !given.actor.roles.has(group.id)) throw notFound("group");
  return group;
}
