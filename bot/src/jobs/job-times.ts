import { sql } from "kysely";
import type { Db } from "../db/database.ts";
import type { JobName } from "./job-catalog.ts";

/** By key when waiting jobs of a kind begin; keys of which none waits are absent. */
export async function readJobTimes(
  db: Db,
  { name, keys }: { name: JobName; keys: readonly string[] },
): Promise<Map<string, Date>> {
  if (keys.length === 0) return new Map();
  const { rows } = await sql<{ key: string; at: Date }>`
    select singleton_key as key, min(start_after) as at from pgboss.job
    where name = ${name} and state < 'active' and singleton_key = any(${keys}::text[])
    group by singleton_key
  `.execute(db);
  return new Map(rows.map(({ key, at }) => [key, at]));
}
