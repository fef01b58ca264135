import pg from "pg";
import type { World } from "../../test/harness/world.ts";

/** Graph's id of each event, by ours. */
export async function graphIdsOf(world: World): Promise<Map<string, string>> {
  const client = new pg.Client(world.database.connectionString);
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string; graph_event_id: string }>(
      "select event_id as id, graph_event_id from waves where graph_event_id is not null",
    );
    return new Map(rows.map((row) => [row.id, row.graph_event_id]));
  } finally {
    await client.end();
  }
}
