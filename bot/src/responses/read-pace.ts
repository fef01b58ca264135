import { sql } from "kysely";
import type { Db } from "../db/database.ts";

/** Time between the beginnings of two reads of one event, in milliseconds, over all replicas. */
const readGapMs = 500;

/**
 * Takes an event's turn to be read, by the database's clock.
 * @returns 0 with the turn taken, else how long until there is one, in milliseconds
 */
export async function takeReadTurn(db: Db, eventId: string): Promise<number> {
  const { rows } = await sql<{ wait: number }>`
    with before as (select id, read_at from scheduled_events where id = ${eventId} for update),
    taken as (
      update scheduled_events event set read_at = clock_timestamp()
      from before
      where event.id = before.id
        and (before.read_at is null or before.read_at <= clock_timestamp() - ${gap})
      returning event.id
    )
    select case
      when exists (select 1 from taken) then 0
      else greatest(1, ceil(extract(epoch from before.read_at + ${gap} - clock_timestamp()) * 1000))::int
    end as wait
    from before
  `.execute(db);
  return rows[0]?.wait ?? 0;
}

const gap = sql`make_interval(secs => ${readGapMs / 1000}::double precision)`;
