import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Db, Trx } from "../db/database.ts";
import { assignWaves, type WavePlaces } from "./plan-waves.ts";

/**
 * The waves of people who are added to an event, in their order; waves that are missing are made. The event is locked
 * by the caller.
 */
export async function placeNewcomers(
  trx: Trx,
  given: {
    eventId: string;
    newcomers: number;
    waveSize: number;
    /**
     * The event's version, which new waves count as showing where those who come are no part of it: they join on the
     * side, and the event stays scheduled. Absent: they are part of the next.
     */
    shown?: number | undefined;
  },
): Promise<number[]> {
  const { eventId } = given;
  const waves = await readPlaces(trx, eventId);
  const assigned = assignWaves(given.newcomers, waves, given.waveSize);
  const known = new Set(waves.map(({ number }) => number));
  await addWaves(
    trx,
    eventId,
    [...new Set(assigned)].filter((number) => !known.has(number)),
    given.shown ?? 0,
  );
  return assigned;
}

/** Makes waves of these numbers, with nothing of them in Outlook yet. */
async function addWaves(
  trx: Trx,
  eventId: string,
  numbers: readonly number[],
  shown: number,
): Promise<void> {
  if (numbers.length === 0) return;
  await trx
    .insertInto("waves")
    .values(
      numbers.map((number) => ({
        event_id: eventId,
        number,
        transaction_id: randomUUID(),
        published_version: shown,
      })),
    )
    .execute();
}

/** Who was removed keeps the place: when they come back, it is to the wave whose Outlook event they know. */
export async function readPlaces(
  trx: Db,
  eventId: string,
): Promise<WavePlaces[]> {
  const { rows } = await sql<WavePlaces>`
    select number, (
      select count(*)::int from attendees
      where attendees.event_id = waves.event_id and attendees.wave = waves.number
    ) as taken
    from waves where event_id = ${eventId} order by number
  `.execute(trx);
  return rows;
}
