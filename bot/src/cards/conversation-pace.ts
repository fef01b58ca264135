import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import type { Db } from "../db/database.ts";
import type { CardKey } from "./card-store.ts";

/**
 * Time between two messages of the bot in one conversation, in milliseconds. Teams allows 7 a second, 8 in
 * two, 60 in thirty and 1,800 an hour (Bot Framework: "Optimize your bot with rate limiting"); one every
 * two seconds keeps all four for as long as it lasts.
 */
const conversationGapMs = 2010;

/** Time between two messages anywhere, in milliseconds: 40 of the 50 a second that an app has in a tenant. */
const tenantGapMs = 25;

/**
 * How long a reserved turn can be taken after it came, in milliseconds: a busy moment must not cost it, and
 * the few that then come closer together stay within what Teams allows.
 */
const turnLastsMs = 10_000;

const tenant = "*";

/**
 * Takes the turn that a card has reserved in its channel, or reserves the next one: first come, first
 * served over all replicas, by the database's clock.
 * @returns 0: it is this card's turn; else how long until then, in milliseconds
 */
export async function takeCardTurn(db: Db, key: CardKey): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ left: number | null }>`
      select greatest(-3600000, ceil(extract(epoch from turn_at - clock_timestamp()) * 1000))::int as left
      from event_cards
      where event_id = ${key.eventId} and channel_id = ${key.channelId}
      for update
    `.execute(trx);
    const reserved = rows[0]?.left ?? null;
    // One that nobody took for long is gone.
    const left = reserved !== null && reserved > -turnLastsMs ? reserved : null;
    if (left !== null && left > 0) return left;
    const wait =
      left === null ? await reserve(trx, key.channelId, conversationGapMs) : 0;
    await sql`
      update event_cards
      set turn_at = ${wait > 0 ? sql`clock_timestamp() + ${interval(wait)}` : null}
      where event_id = ${key.eventId} and channel_id = ${key.channelId}
    `.execute(trx);
    return wait;
  });
}

/** Longest wait of {@link waitForTurn}: Teams gives up on a question after fifteen seconds. */
const longestWaitMs = 8_000;

/**
 * Waits for the next free turn of a conversation, for messages that no card reserves turns for.
 * @returns false without a turn when it would not come within eight seconds
 */
export async function waitForTurn(
  db: Db,
  conversationId: string,
): Promise<boolean> {
  const { rows } = await sql<{ wait: number }>`
    insert into conversation_paces as pace (conversation_id, free_at)
    values (${conversationId}, clock_timestamp() + ${interval(conversationGapMs)})
    on conflict (conversation_id) do update
    set free_at = greatest(pace.free_at, clock_timestamp()) + ${interval(conversationGapMs)}
    where pace.free_at <= clock_timestamp() + ${interval(longestWaitMs)}
    returning greatest(0, ceil(extract(epoch from free_at - clock_timestamp()) * 1000 - ${conversationGapMs}::numeric))::int as wait
  `.execute(db);
  const [turn] = rows;
  if (!turn) return false;
  if (turn.wait > 0) await sleep(turn.wait);
  await waitForTenantTurn(db);
  return true;
}

/** Waits for the tenant's pace; a few milliseconds as a rule. */
export async function waitForTenantTurn(db: Db): Promise<void> {
  const waitMs = await reserve(db, tenant, tenantGapMs);
  if (waitMs > 0) await sleep(waitMs);
}

/** Teams asked for a pause: nobody writes to the conversation until then, whose turn it may have been. */
export async function pauseConversation(
  db: Db,
  conversationId: string,
  pauseMs: number,
): Promise<void> {
  await sql`
    insert into conversation_paces as pace (conversation_id, free_at)
    values (${conversationId}, clock_timestamp() + ${interval(pauseMs)})
    on conflict (conversation_id) do update
    set free_at = greatest(pace.free_at, excluded.free_at)
  `.execute(db);
  // Turns that were reserved within the pause are reserved anew, behind it.
  await sql`
    update event_cards set turn_at = null
    where channel_id = ${conversationId} and turn_at < clock_timestamp() + ${interval(pauseMs)}
  `.execute(db);
}

/** Forgets conversations that nobody writes to any more. */
export async function forgetIdlePaces(db: Db): Promise<void> {
  await sql`
    delete from conversation_paces where free_at < now() - interval '1 hour'
  `.execute(db);
}

async function reserve(
  db: Db,
  conversationId: string,
  gapMs: number,
): Promise<number> {
  const { rows } = await sql<{ wait: number }>`
    insert into conversation_paces as pace (conversation_id, free_at)
    values (${conversationId}, clock_timestamp() + ${interval(gapMs)})
    on conflict (conversation_id) do update
    set free_at = greatest(pace.free_at, clock_timestamp()) + ${interval(gapMs)}
    returning greatest(0, ceil(extract(epoch from free_at - clock_timestamp()) * 1000 - ${gapMs}::numeric))::int as wait
  `.execute(db);
  return rows[0]?.wait ?? 0;
}

function interval(milliseconds: number) {
  return sql`make_interval(secs => ${milliseconds / 1000}::double precision)`;
}
