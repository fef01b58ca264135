import { sql } from "kysely";
import type { LateInvitation } from "../../../contract/late-invitation.ts";
import type { Db, Trx } from "../../db/database.ts";

/** People who join within this time are told of together, in milliseconds. */
const togetherMs = 3_600_000;

/** Most of them that leads are told of. */
const toldAtMost = 20;

/**
 * Notes that people were invited because they joined a group. In the caller's transaction, with the event locked.
 */
export async function noteLateInvitations(
  trx: Trx,
  given: { eventId: string; groupId: string; people: number; now: Date },
): Promise<void> {
  const { eventId, groupId, people, now } = given;
  const joined = await trx
    .updateTable("late_invitations")
    .set({ people: sql<number>`people + ${people}`, last_at: now })
    .where("event_id", "=", eventId)
    .where("group_id", "=", groupId)
    .where("first_at", ">", new Date(now.getTime() - togetherMs))
    .returning("id")
    .executeTakeFirst();
  if (joined) return;
  await trx
    .insertInto("late_invitations")
    .values({
      event_id: eventId,
      group_id: groupId,
      people,
      first_at: now,
      last_at: now,
    })
    .execute();
}

/** What leads are told of them, latest first. */
export async function listLateInvitations(
  db: Db,
  eventId: string,
): Promise<LateInvitation[]> {
  const rows = await db
    .selectFrom("late_invitations")
    .innerJoin("groups", "groups.id", "group_id")
    .where("event_id", "=", eventId)
    .select(["late_invitations.id", "groups.name", "people", "last_at"])
    .orderBy("last_at", "desc")
    .orderBy("late_invitations.id")
    .limit(toldAtMost)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    groupName: row.name,
    people: row.people,
    at: row.last_at.toISOString(),
  }));
}
