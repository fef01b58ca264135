import type { Db, Trx } from "../../db/database.ts";
import type {
  ThankYouPostRow,
  ThankYouProblem,
  ThankYouRow,
} from "../../db/tables/attendance.ts";
import type { CardKey } from "../../cards/card-store.ts";

/** A channel that has, or would get, the thank-you. */
export interface ThankedChannel {
  channel_id: string;
  channel_name: string;
}

export async function findThankYou(
  db: Db,
  eventId: string,
): Promise<ThankYouRow | null> {
  return (
    (await db
      .selectFrom("thank_yous")
      .where("event_id", "=", eventId)
      .selectAll()
      .executeTakeFirst()) ?? null
  );
}

/** By channel name. */
export function listThankYouPosts(
  db: Db,
  eventId: string,
): Promise<ThankYouPostRow[]> {
  return db
    .selectFrom("thank_you_posts")
    .where("event_id", "=", eventId)
    .selectAll()
    .orderBy("channel_name")
    .orderBy("channel_id")
    .execute();
}

/**
 * The channels in which an event's card stands, as far as is known, by name: where somebody deleted it, or the bot does
 * not come, nobody is thanked.
 */
export function listThankedChannels(
  db: Db,
  eventId: string,
): Promise<ThankedChannel[]> {
  return db
    .selectFrom("event_cards")
    .where("event_id", "=", eventId)
    .where("wanted", "=", true)
    .where("activity_id", "is not", null)
    .where((where) =>
      where.or([
        where("problem", "is", null),
        where("problem", "=", "delayed"),
        // That is of the card, not of the channel.
        where("problem", "=", "failed"),
      ]),
    )
    .select(["channel_id", "channel_name"])
    .orderBy("channel_name")
    .orderBy("channel_id")
    .execute();
}

/** @returns false: it has been asked for before */
export async function storeThankYou(
  trx: Trx,
  row: ThankYouRow,
  channels: readonly ThankedChannel[],
): Promise<boolean> {
  const stored = await trx
    .insertInto("thank_yous")
    .values(row)
    .onConflict((conflict) => conflict.column("event_id").doNothing())
    .returning("event_id")
    .executeTakeFirst();
  if (!stored) return false;
  await trx
    .insertInto("thank_you_posts")
    .values(channels.map((channel) => ({ event_id: row.event_id, ...channel })))
    .execute();
  return true;
}

/** Has what Teams did not take, or what we stopped at, wait for another try. @returns the channels */
export async function startFailedPostsAgain(
  trx: Trx,
  eventId: string,
): Promise<string[]> {
  const rows = await trx
    .updateTable("thank_you_posts")
    .set({ state: "toPost", problem: null })
    .where("event_id", "=", eventId)
    .where((where) =>
      where.or([
        where("state", "=", "failed"),
        where.and({ state: "toPost", problem: "stopped" }),
      ]),
    )
    .returning("channel_id")
    .execute();
  return rows.map(({ channel_id }) => channel_id);
}

export async function findThankYouPost(
  db: Db,
  key: CardKey,
): Promise<ThankYouPostRow | null> {
  const row = await db
    .selectFrom("thank_you_posts")
    .where("event_id", "=", key.eventId)
    .where("channel_id", "=", key.channelId)
    .selectAll()
    .executeTakeFirst();
  return row ?? null;
}

/** What becomes of a post that is in the first of the states. */
export interface ThankYouStep {
  from: ThankYouPostRow["state"];
  to: ThankYouPostRow["state"];
  problem?: ThankYouProblem;
  activityId?: string;
}

/** @returns false: it is in another state */
export async function changeThankYouPost(
  db: Db,
  key: CardKey,
  { from, to, problem, activityId }: ThankYouStep,
): Promise<boolean> {
  const rows = await db
    .updateTable("thank_you_posts")
    .set({
      state: to,
      problem: problem ?? null,
      activity_id: activityId ?? null,
    })
    .where("event_id", "=", key.eventId)
    .where("channel_id", "=", key.channelId)
    .where("state", "=", from)
    .returning("channel_id")
    .execute();
  return rows.length > 0;
}
