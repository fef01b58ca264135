import { sql } from "kysely";
import type { Db } from "../db/database.ts";

/**
 * People on an event who have left groups that it invites, by Entra object id: nobody bothers them about it, so they
 * stay invited.
 * @param groupIds the groups that the event invites, before and after a change
 */
export async function readFormerMembers(
  db: Db,
  given: { eventId: string; groupIds: readonly string[] },
): Promise<Set<string>> {
  const { rows } = await sql<{ object_id: string }>`
    select people.object_id from people
    where exists (
      select 1 from group_members
      where person_id = people.id and not in_roster
        and group_id = any(${given.groupIds}::uuid[])
    ) and exists (
      select 1 from attendees
      where event_id = ${given.eventId} and object_id = people.object_id
    )
  `.execute(db);
  return new Set(rows.map(({ object_id }) => object_id));
}
