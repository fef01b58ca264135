import type { Db } from "../db/database.ts";
import { hostsEvent } from "../events/event-groups.ts";
import type { CardKey } from "./card-store.ts";
import type { Conversation } from "./messenger.ts";

/**
 * The channel of a card, by way of the team that the app is installed in: that of the event's groups that has the
 * channel, else the event's own. Null: its address is not known.
 */
export async function findChannel(
  db: Db,
  key: CardKey,
): Promise<Conversation | null> {
  const row = await db
    .selectFrom("scheduled_events as event")
    .innerJoin("groups", (join) =>
      join.on(hostsEvent("groups.id", "event.id", "event.group_id")),
    )
    .leftJoin("group_channels", (join) =>
      join
        .onRef("group_channels.group_id", "=", "groups.id")
        .on("group_channels.channel_id", "=", key.channelId),
    )
    .where("event.id", "=", key.eventId)
    .select("groups.conversation_reference")
    .orderBy((order) => order("group_channels.channel_id", "is", null))
    .orderBy("groups.installed", "desc")
    .orderBy((order) => order("groups.id", "!=", order.ref("event.group_id")))
    .limit(1)
    .executeTakeFirst();
  const reference = row?.conversation_reference as
    { serviceUrl?: string } | undefined;
  return reference?.serviceUrl === undefined
    ? null
    : { serviceUrl: reference.serviceUrl, conversationId: key.channelId };
}
