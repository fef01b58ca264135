import pg from "pg";
import type { World } from "./world.ts";

/** Makes a member of a group one of its leads, for teams whose seed gives them one alone. */
export async function addLead(
  world: World,
  { groupId, person }: { groupId: string; person: string },
): Promise<void> {
  const client = new pg.Client(world.database.connectionString);
  await client.connect();
  try {
    const { rowCount } = await client.query(
      `update group_members set role = 'contributor'
       from people where people.id = person_id and group_id = $1 and people.address = lower($2)`,
      [groupId, person],
    );
    if (rowCount !== 1) throw new Error(`${person} is not in the group.`);
  } finally {
    await client.end();
  }
}
