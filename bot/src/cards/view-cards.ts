import type { CardState, EventCard } from "../../contract/events.ts";
import type { Db } from "../db/database.ts";
import type { EventCardRow } from "../db/schema.ts";

/** The cards of an event as its leads see them, by channel name. */
export async function listCards(db: Db, eventId: string): Promise<EventCard[]> {
  const rows = await db
    .selectFrom("event_cards")
    .leftJoin(
      "group_channels",
      "group_channels.channel_id",
      "event_cards.channel_id",
    )
    .where("event_id", "=", eventId)
    .where("wanted", "=", true)
    .select([
      "event_cards.channel_id",
      "channel_name",
      "group_channels.name",
      "activity_id",
      "problem",
    ])
    .orderBy("channel_name")
    .orderBy("event_cards.channel_id")
    .execute();
  return rows.map((row) => ({
    channelId: row.channel_id,
    channelName: row.name ?? row.channel_name,
    state: stateOf(row),
    canRepost:
      row.problem !== null &&
      row.problem !== "delayed" &&
      row.problem !== "channelDeleted",
  }));
}

function stateOf(
  row: Pick<EventCardRow, "problem" | "activity_id">,
): CardState {
  if (row.problem === "delayed") return "waiting";
  if (row.problem !== null) return row.problem;
  return row.activity_id === null ? "waiting" : "upToDate";
}
