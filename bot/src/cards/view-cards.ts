import type { CardState, EventCard } from "../../contract/events.ts";
import type { Db } from "../db/database.ts";
import type { EventCardRow } from "../db/schema.ts";

/** The cards of an event as its leads see them, by channel name. */
export async function listCards(db: Db, eventId: string): Promise<EventCard[]> {
  const rows = await db
    .selectFrom("event_cards")
    .innerJoin(
      "scheduled_events",
      "scheduled_events.id",
      "event_cards.event_id",
    )
    // A shared channel may belong to several groups.
    .leftJoin("group_channels", (join) =>
      join
        .onRef("group_channels.channel_id", "=", "event_cards.channel_id")
        .onRef("group_channels.group_id", "=", "scheduled_events.group_id"),
    )
    .where("event_id", "=", eventId)
    .where("wanted", "=", true)
    .select([
      "event_cards.channel_id",
      "channel_name",
      "group_channels.name",
      "activity_id",
      "shown_hash",
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
  row: Pick<EventCardRow, "problem" | "activity_id" | "shown_hash">,
): CardState {
  if (row.problem === "delayed") return "waiting";
  if (row.problem !== null) return row.problem;
  return row.activity_id === null || row.shown_hash === null
    ? "waiting"
    : "upToDate";
}
