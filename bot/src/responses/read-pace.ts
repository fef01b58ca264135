import { sql } from "kysely";
import type { Db } from "../db/database.ts";
import type { WaveRef } from "../events/wave-store.ts";

/** Time between the beginnings of two reads of one Outlook event, in milliseconds, over all replicas. */
const readGapMs = 500;

/** A turn taken, with the moment at which the read begins, or how long until there is one. */
export type ReadTurn =
  { taken: true; begunAt: Date } | { taken: false; waitMs: number };

/** Takes a wave's turn to be read, by the database's clock. */
export async function takeReadTurn(
  db: Db,
  { eventId, wave }: WaveRef,
): Promise<ReadTurn> {
  const { rows } = await sql<{ begun: Date | null; wait: number }>`
    with before as (
      select event_id, number, read_at from waves
      where event_id = ${eventId} and number = ${wave} for update
    ),
    taken as (
      update waves set read_at = clock_timestamp()
      from before
      where waves.event_id = before.event_id and waves.number = before.number
        and (before.read_at is null or before.read_at <= clock_timestamp() - ${gap})
      returning waves.event_id, waves.read_at
    )
    select
      taken.read_at as begun,
      greatest(1, ceil(extract(epoch from before.read_at + ${gap} - clock_timestamp()) * 1000))::int as wait
    from before left join taken using (event_id)
  `.execute(db);
  const turn = rows[0];
  return turn?.begun
    ? { taken: true, begunAt: turn.begun }
    : { taken: false, waitMs: turn?.wait ?? 0 };
}

const gap = sql`make_interval(secs => ${readGapMs / 1000}::double precision)`;
