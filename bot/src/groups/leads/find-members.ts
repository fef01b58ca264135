import { sql } from "kysely";
import type { FoundMembers } from "../../../contract/groups.ts";
import type { Actor } from "../../access/actor.ts";
import type { Db } from "../../db/database.ts";
import { checkMayAppoint } from "./appoint.ts";
import { findOwnGroup } from "./list-leads.ts";

const most = 20;

/**
 * Members of a group whom its owners may appoint, by name.
 * @throws {AppError} when the actor may not appoint
 */
export async function findMembers(
  db: Db,
  given: {
    actor: Actor;
    groupId: string;
    /** A part of the name or the address, whatever the case; empty: anybody. */
    search: string;
  },
): Promise<FoundMembers> {
  const group = await findOwnGroup(db, given);
  checkMayAppoint(given.actor, group);
  const pattern = `%${given.search.replaceAll(/[\\%_]/g, "\\$&")}%`;
  const rows = await db
    .selectFrom("group_members")
    .innerJoin("people", "people.id", "group_members.person_id")
    .where("group_id", "=", group.id)
    .where("in_roster", "=", true)
    .where(sql<boolean>`concat_ws(' ', display_name, address) ilike ${pattern}`)
    .select(["object_id", "display_name", "address", "role"])
    .orderBy("display_name")
    .orderBy("object_id")
    .limit(most + 1)
    .execute();
  return {
    members: rows.slice(0, most).map((row) => ({
      objectId: row.object_id,
      displayName: row.display_name,
      address: row.address,
      role: row.role,
    })),
    hasMore: rows.length > most,
  };
}
