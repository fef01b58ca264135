import type { Db } from "../db/database.ts";
import type { CardKey } from "./card-store.ts";
import type { Conversation } from "./messenger.ts";

/** The channel of a card, by way of the team that the app is installed in; null: its address is not known. */
export async function findChannel(
  db: Db,
  key: CardKey,
): Promise<Conversation | null> {
  const row = await db
    .selectFrom("scheduled_events")
    .innerJoin("groups", "groups.id", "scheduled_events.group_id")
    .where("scheduled_events.id", "=", key.eventId)
    .select("groups.conversation_reference")
    .executeTakeFirst();
  const reference = row?.conversation_reference as
    { serviceUrl?: string } | undefined;
  return reference?.serviceUrl === undefined
    ? null
    : { serviceUrl: reference.serviceUrl, conversationId: key.channelId };
}
