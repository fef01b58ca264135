import { sql } from "kysely";
import type { Db, Trx } from "../db/database.ts";
import type { Enqueue } from "../jobs/job-queue.ts";
import type { EventCardRow } from "../db/tables/cards-and-meetings.ts";

/** One channel's card of one event. */
export interface CardKey {
  eventId: string;
  channelId: string;
}

export async function findCard(
  db: Db,
  key: CardKey,
): Promise<EventCardRow | null> {
  return (await cardQuery(db, key).executeTakeFirst()) ?? null;
}

/** Locks a card against other writers until the transaction ends. */
export async function lockCard(
  trx: Trx,
  key: CardKey,
): Promise<EventCardRow | null> {
  return (await cardQuery(trx, key).forUpdate().executeTakeFirst()) ?? null;
}

function cardQuery(db: Db, key: CardKey) {
  return db
    .selectFrom("event_cards")
    .where("event_id", "=", key.eventId)
    .where("channel_id", "=", key.channelId)
    .selectAll();
}

export async function changeCard(
  db: Db,
  key: CardKey,
  change: Partial<Omit<EventCardRow, "event_id" | "channel_id">>,
): Promise<void> {
  await db
    .updateTable("event_cards")
    .set(change)
    .where("event_id", "=", key.eventId)
    .where("channel_id", "=", key.channelId)
    .execute();
}

/**
 * Notes that a card's message is gone, and forgets the card; one whose channel was chosen again meanwhile
 * is posted anew.
 */
export async function recordRemoved(
  deps: { db: Db; enqueue: Enqueue },
  key: CardKey,
): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const card = await lockCard(trx, key);
    if (!card?.wanted) return forgetCard(trx, key);
    await changeCard(trx, key, { activity_id: null, shown_hash: null });
    await deps.enqueue(trx, "cards.publish", {
      eventId: key.eventId,
      channelId: key.channelId,
    });
  });
}

/** Forgets a card that a lead took away; one that may have left a copy is remembered for it. */
export async function forgetCard(db: Db, key: CardKey): Promise<void> {
  const unwanted = { event_id: key.eventId, channel_id: key.channelId };
  await db
    .deleteFrom("event_cards")
    .where((where) => where.and({ ...unwanted, wanted: false }))
    .where(
      sql<boolean>`posts <= case when activity_id is null then 0 else 1 end`,
    )
    .execute();
  await db
    .updateTable("event_cards")
    .set({ activity_id: null, shown_hash: null, is_final: true })
    .where((where) => where.and({ ...unwanted, wanted: false }))
    .execute();
}
