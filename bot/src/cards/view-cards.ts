import { sql } from "kysely";
import type { CardState, EventCard } from "../../contract/event-cards.ts";
import type { Db } from "../db/database.ts";
import type { EventCardRow } from "../db/tables/cards-and-meetings.ts";
import { jobCatalog } from "../jobs/job-catalog.ts";
import { readJobTimes } from "../jobs/job-times.ts";
import { hostsEvent } from "../events/event-groups.ts";

/** The cards of an event as its leads see them, by channel name. */
export async function listCards(
  db: Db,
  { eventId, now }: { eventId: string; now: Date },
): Promise<EventCard[]> {
  const rows = await db
    .selectFrom("event_cards")
    .innerJoin("scheduled_events as event", "event.id", "event_cards.event_id")
    // A shared channel may belong to several groups: that of the event's own counts first.
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom("group_channels")
          .innerJoin("groups", "groups.id", "group_channels.group_id")
          .whereRef("group_channels.channel_id", "=", "event_cards.channel_id")
          .where(hostsEvent("groups.id", "event.id", "event.group_id"))
          .select([
            "group_channels.name",
            "groups.id as group_id",
            "groups.name as group_name",
          ])
          .orderBy((order) =>
            order("groups.id", "!=", order.ref("event.group_id")),
          )
          .orderBy("groups.name")
          .limit(1)
          .as("channel"),
      (join) => join.onTrue(),
    )
    .where("event_cards.event_id", "=", eventId)
    .where("wanted", "=", true)
    .select([
      "event_cards.channel_id",
      "channel_name",
      "channel.name",
      "channel.group_id",
      "channel.group_name",
      "activity_id",
      "shown_hash",
      "problem",
    ])
    .select(
      sql<boolean>`exists (select 1 from event_groups where event_groups.event_id = event.id)`.as(
        "is_co_hosted",
      ),
    )
    .orderBy("channel_name")
    .orderBy("event_cards.channel_id")
    .execute();
  const keyOf = (channelId: string) =>
    jobCatalog["cards.publish"].key({ eventId, channelId });
  const times = await readJobTimes(db, {
    name: "cards.publish",
    keys: rows
      .filter(({ problem }) => problem === "delayed")
      .map(({ channel_id }) => keyOf(channel_id)),
  });
  const nextTryOf = (at: Date | undefined) => ({
    nextTryAt: at?.toISOString() ?? null,
    nextTryInMs: at ? Math.max(0, at.getTime() - now.getTime()) : null,
  });
  return rows.map((row) => ({
    channelId: row.channel_id,
    channelName: row.name ?? row.channel_name,
    group:
      row.is_co_hosted && row.group_id !== null && row.group_name !== null
        ? { id: row.group_id, name: row.group_name }
        : null,
    state: stateOf(row),
    canRepost:
      row.problem !== null &&
      row.problem !== "delayed" &&
      row.problem !== "channelDeleted",
    ...nextTryOf(times.get(keyOf(row.channel_id))),
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
