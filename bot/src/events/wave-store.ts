import { sql, type Updateable } from "kysely";
import type { Db, Trx } from "../db/database.ts";
import type { Tables } from "../db/schema.ts";
import type { EventRow, WaveRow } from "../db/tables/events.ts";
import type { Enqueue } from "../jobs/job-queue.ts";
import { lockEvent } from "./event-store.ts";

/** Names one of an event's Outlook events. */
export interface WaveRef {
  eventId: string;
  /** From 1; the first owns the Teams meeting. */
  wave: number;
}

/** A wave, with the event that it shows to its part of the attendees. */
export type EventWave = EventRow & WaveRow;

/** Waves with their events, as `wave` and `event`. */
export function selectWaves(db: Db) {
  return db
    .selectFrom("waves as wave")
    .innerJoin("scheduled_events as event", "event.id", "wave.event_id");
}

export async function findWave(
  db: Db,
  { eventId, wave }: WaveRef,
): Promise<EventWave | null> {
  return (
    (await selectWaves(db)
      .where("wave.event_id", "=", eventId)
      .where("wave.number", "=", wave)
      .selectAll(["event", "wave"])
      .executeTakeFirst()) ?? null
  );
}

/** The same, with its event locked against every other writer until the transaction ends. */
export async function lockWave(
  trx: Trx,
  ref: WaveRef,
): Promise<EventWave | null> {
  const event = await lockEvent(trx, ref.eventId);
  const wave = event?.waves.find(({ number }) => number === ref.wave);
  return event && wave ? { ...event, ...wave } : null;
}

export async function changeWave(
  db: Db,
  { eventId, wave }: WaveRef,
  changes: Updateable<Tables["waves"]>,
): Promise<void> {
  await db
    .updateTable("waves")
    .set(changes)
    .where("event_id", "=", eventId)
    .where("number", "=", wave)
    .execute();
}

/** Somebody has been added to a wave who is not part of a new version: its people alone are looked at. */
export async function addJoin(
  trx: Trx,
  { eventId, wave }: WaveRef,
): Promise<void> {
  await trx
    .updateTable("waves")
    .set((set) => ({ joins: set("joins", "+", 1) }))
    .where("event_id", "=", eventId)
    .where("number", "=", wave)
    .execute();
}

/** By number. */
export function listWaves(db: Db, eventId: string): Promise<WaveRow[]> {
  return db
    .selectFrom("waves")
    .where("event_id", "=", eventId)
    .selectAll()
    .orderBy("number")
    .execute();
}

export function refOf(wave: Pick<WaveRow, "event_id" | "number">): WaveRef {
  return { eventId: wave.event_id, wave: wave.number };
}

/** Work that was given up, or waits for its next try, begins anew. */
export async function forgetTroubles(trx: Trx, eventId: string): Promise<void> {
  await trx
    .updateTable("waves")
    .set({ publish_failed: false, publish_problem: null, next_try_at: null })
    .where("event_id", "=", eventId)
    .execute();
}

/** Waves are to say something new: all but one, or all. They are written, and their people mailed. */
export async function renewContent(
  trx: Trx,
  eventId: string,
  { except }: { except?: number } = {},
): Promise<void> {
  await trx
    .updateTable("waves")
    .set((set) => ({ content_version: set("content_version", "+", 1) }))
    .where("event_id", "=", eventId)
    .where(sql<boolean>`number is distinct from ${except ?? null}::integer`)
    .execute();
}

/**
 * A new version of the event changes nothing of these waves: those that show the one before it show it, too, and
 * nobody has to ask Outlook.
 *
 * @param given.before the version before it
 * @param given.changed numbers of the waves that it changes
 */
export async function followVersion(
  trx: Trx,
  given: { eventId: string; before: number; changed: Iterable<number> },
): Promise<void> {
  await trx
    .updateTable("waves")
    .set({ published_version: given.before + 1 })
    .where("event_id", "=", given.eventId)
    .where("published_version", "=", given.before)
    .where(sql<boolean>`number <> all(${[...given.changed]}::integer[])`)
    .execute();
}

/** Enqueues `events.publish` for every wave that Outlook does not show as it is. */
export async function enqueuePublication(
  { enqueue }: { enqueue: Enqueue },
  trx: Db,
  eventId: string,
): Promise<void> {
  const waves = await selectUnpublished(trx)
    .where("wave.event_id", "=", eventId)
    .select("wave.number")
    .orderBy("wave.number")
    .execute();
  await enqueue(
    trx,
    "events.publish",
    waves.map(({ number }) => ({ eventId, wave: number })),
  );
}

/** Waves that Outlook does not show as they are. */
export function selectUnpublished(db: Db) {
  return selectWaves(db).where((where) =>
    where.or([
      where("wave.published_version", "<", where.ref("event.version")),
      where("wave.published_joins", "<", where.ref("wave.joins")),
    ]),
  );
}
