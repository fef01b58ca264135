import pg from "pg";
import type { World } from "./world.ts";
import { waitFor } from "./wait-for.ts";

/** Waits until no job is running or due, and no notification is under way. */
export async function untilIdle(
  world: World,
  patienceMs?: number,
): Promise<void> {
  const client = new pg.Client(world.database.connectionString);
  await client.connect();
  try {
    let quiet = 0;
    await waitFor(
      "the jobs to be done",
      async () => {
        const { rows } = await client.query<{ open: number }>(
          "select count(*)::int as open from pgboss.job where state in ('created', 'retry', 'active') and start_after < now() + interval '1 minute'",
        );
        const before = world.simulator.exchanges().length;
        quiet = rows[0]?.open === 0 ? quiet + 1 : 0;
        await new Promise((resolve) => setTimeout(resolve, 100));
        return quiet >= 3 && world.simulator.exchanges().length === before;
      },
      patienceMs,
    );
  } finally {
    await client.end();
  }
}
