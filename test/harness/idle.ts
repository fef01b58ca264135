import pg from "pg";
import type { World } from "./world.ts";
import { waitFor } from "./wait-for.ts";

interface OpenJob {
  name: string;
  state: string;
  /** Seconds until it may start; negative: since when. */
  startsIn: number;
  /** What it failed with before. */
  output: unknown;
}

/**
 * Waits until no job is running or due, and no notification is under way. How a meeting is set up is asked of Teams
 * again and again while Teams does not know it, for example because its event is deleted: nothing waits for that. Nor
 * for what the queue itself does by the clock: of a process that was killed, it stays for a quarter of an hour.
 */
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
        const open = await readOpenJobs(client);
        const before = world.simulator.exchanges().length;
        quiet = open.length === 0 ? quiet + 1 : 0;
        await new Promise((resolve) => setTimeout(resolve, 100));
        if (open.length > 0) throw new Error(JSON.stringify(open));
        return quiet >= 3 && world.simulator.exchanges().length === before;
      },
      patienceMs,
    );
  } finally {
    await client.end();
  }
}

async function readOpenJobs(client: pg.Client): Promise<OpenJob[]> {
  const { rows } = await client.query<OpenJob>(`
    select name, state, extract(epoch from start_after - now())::int as "startsIn", output
    from pgboss.job
    where state in ('created', 'retry', 'active') and start_after < now() + interval '1 minute'
      and not (name = 'meetings.configure' and state = 'retry')
      and not starts_with(name, '__pgboss__')
  `);
  return rows;
}
