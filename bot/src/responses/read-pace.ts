import { sql } from "kysely";
import type { Db } from "../db/database.ts";

/** Time between the beginnings of two reads of one event, in milliseconds, over all replicas. */
const readGapMs = 500;

/** A turn taken, with the moment at which the read begins, or how long until there is one. */
export type ReadTurn =
  { taken: true; begunAt: Date } | { taken: false; waitMs: number };

/** Takes an event's turn to be read, by the database's clock. */
export async function takeReadTurn(db: Db, eventId: string): Promise<ReadTurn> {
  const { rows } = await sql<{ begun: Date | null; wait: number }>`
    with before as (select id, read_at from scheduled_events where id = ${eventId} for update),
    taken as (
      update scheduled_events event set read_at = clock_timestamp()
      from before
      where event.id = before.id
        and (before.read_at is null or before.read_at <= clock_timestamp() - ${gap})
      returning event.id, event.read_at
    )
    select
      taken.read_at as begun,
      greatest(1, ceil(extract(epoch from before.read_at + ${gap} - clock_timestamp()) * 1000))::int as wait
    from before left join taken using (id)
  `.execute(db);
  const turn = rows[0];
  return turn?.begun
    ? { taken: true, begunAt: turn.begun }
    : { taken: false, waitMs: turn?.wait ?? 0 };
}

const gap = sql`make_interval(secs => ${readGapMs / 1000}::double precision)`;
