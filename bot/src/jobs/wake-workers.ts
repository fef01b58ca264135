import { sql } from "kysely";
import type { Db } from "../db/database.ts";
import type { JobName } from "./job-catalog.ts";

/**
 * Tells the workers of all processes, when the transaction commits, that jobs of these kinds wait: by
 * themselves they look every few seconds. The channel is the one that pg-boss listens on, which it names after
 * its schema.
 */
export async function wakeWorkers(
  trx: Db,
  names: readonly JobName[],
): Promise<void> {
  await sql`
    select pg_notify('pgboss_' || left(encode(sha224('pgboss'::bytea), 'hex'), 24), name)
    from unnest(${[...new Set(names)]}::text[]) as name
  `.execute(trx);
}
