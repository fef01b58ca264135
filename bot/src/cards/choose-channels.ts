import type { Trx } from "../db/database.ts";
import { AppError } from "../errors.ts";

/**
 * Makes these the channels in which an event's card stands; {@link eventChanged} in the same
 * transaction posts and removes.
 * @returns true when something changed
 * @throws {AppError} when one of them is not a channel of the event's groups
 */
export async function chooseChannels(
  trx: Trx,
  given: ChosenChannels,
): Promise<boolean> {
  const { eventId } = given;
  const { added, removed } = await otherChannels(trx, given);
  if (added.length > 0) await add(trx, { eventId, channels: added });
  if (removed.length > 0)
    await trx
      .updateTable("event_cards")
      .set({ wanted: false, is_final: false, problem: null })
      .where("event_id", "=", eventId)
      .where("channel_id", "in", removed)
      .execute();
  return added.length + removed.length > 0;
}

/** A channel as it is remembered: whose it was then says who may be told of it. */
export interface NamedChannel {
  name: string;
  /** Ids of the groups in whose teams it was; a shared one may have been in several. */
  groupIds: string[];
}

/** The channels in which an event's card is to stand, by name. */
export async function namedChannels(
  trx: Trx,
  eventId: string,
): Promise<NamedChannel[]> {
  const rows = await trx
    .selectFrom("event_cards as card")
    .leftJoin("group_channels as channel", (join) =>
      join.onRef("channel.channel_id", "=", "card.channel_id"),
    )
    .where("card.event_id", "=", eventId)
    .where("card.wanted", "=", true)
    .select(["card.channel_id", "card.channel_name", "channel.group_id"])
    .orderBy("card.channel_name")
    .orderBy("card.channel_id")
    .execute();
  const channels = new Map<string, NamedChannel>();
  for (const { channel_id, channel_name, group_id } of rows) {
    const channel = channels.get(channel_id) ?? {
      name: channel_name,
      groupIds: [],
    };
    if (group_id !== null) channel.groupIds.push(group_id);
    channels.set(channel_id, channel);
  }
  return [...channels.values()];
}

interface ChosenChannels {
  eventId: string;
  /** Every group that hosts the event. */
  groupIds: readonly string[];
  channelIds: readonly string[];
}

interface Channel {
  channel_id: string;
  name: string;
}

/**
 * What {@link chooseChannels} would change.
 * @throws {AppError} when one of them is not a channel of the event's groups
 */
export async function otherChannels(
  trx: Trx,
  given: ChosenChannels,
): Promise<{ added: Channel[]; removed: string[] }> {
  const { eventId } = given;
  const wanted = new Set(given.channelIds);
  const cards = await trx
    .selectFrom("event_cards")
    .where("event_id", "=", eventId)
    .select(["channel_id", "wanted"])
    .execute();
  const before = new Map(cards.map((card) => [card.channel_id, card.wanted]));
  const added = [...wanted].filter((id) => before.get(id) !== true);
  const removed = [...before.keys()].filter(
    (id) => before.get(id) === true && !wanted.has(id),
  );
  const channels = await findChannels(trx, given.groupIds, added);
  return { added: channels, removed };
}

async function findChannels(
  trx: Trx,
  groupIds: readonly string[],
  channelIds: string[],
): Promise<Channel[]> {
  if (channelIds.length === 0) return [];
  const channels = await trx
    .selectFrom("group_channels")
    .where("group_id", "in", groupIds)
    .where("channel_id", "in", channelIds)
    // A shared channel may belong to several of the groups.
    .distinctOn("channel_id")
    .select(["channel_id", "name"])
    .execute();
  if (channels.length < channelIds.length)
    throw new AppError({
      code: "unknownChannel",
      status: 422,
      field: "channelIds",
      message:
        "One of the channels is no longer there. Reload the page and choose again.",
    });
  return channels;
}

async function add(
  trx: Trx,
  given: { eventId: string; channels: readonly Channel[] },
): Promise<void> {
  await trx
    .insertInto("event_cards")
    .values(
      given.channels.map((channel) => ({
        event_id: given.eventId,
        channel_id: channel.channel_id,
        channel_name: channel.name,
        activity_id: null,
        shown_hash: null,
        turn_at: null,
        problem: null,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(["event_id", "channel_id"])
        .doUpdateSet({ wanted: true, is_final: false, problem: null }),
    )
    .execute();
}
