import { enqueueCards } from "./enqueue-cards.ts";
import { sql } from "kysely";
import type { Trx } from "../db/database.ts";
import type { CardProblem } from "../db/tables/cards-and-meetings.ts";
import { hostedByOne, hostsEvent } from "../events/event-groups.ts";
import { eventChanged } from "../events/event-changed.ts";
import type { Enqueue } from "../jobs/job-queue.ts";

/**
 * Notes what Teams told about a team or channel on the cards that stand there, or takes it back, and
 * enqueues what that makes possible again. Cards with another problem keep theirs.
 *
 * @param from null: cards without a problem, or that are delayed
 */
export async function noteCardProblem(
  deps: { enqueue: Enqueue },
  trx: Trx,
  given: {
    cards: { groupId: string } | { channelIds: readonly string[] };
    from: CardProblem | null;
    to: CardProblem | null;
  },
): Promise<void> {
  const { cards } = given;
  const changed = await trx
    .updateTable("event_cards")
    .set({ problem: given.to })
    .where("is_final", "=", false)
    .where(
      "channelIds" in cards
        ? sql<boolean>`channel_id = any(${cards.channelIds}::text[])`
        : isInTeamOf(cards.groupId),
    )
    .where((where) =>
      given.from === null
        ? where.or([
            where("problem", "is", null),
            where("problem", "=", "delayed"),
          ])
        : where("problem", "=", given.from),
    )
    .returning("event_id")
    .execute();
  const eventIds = new Set(changed.map(({ event_id }) => event_id));
  if (eventIds.size > 0) await eventChanged(deps, trx, ...eventIds);
}

/**
 * Whether a card stands in the group's team: in a channel of it, or, where no team of the event's has the channel
 * any more, as a card of the group's own event.
 */
function isInTeamOf(groupId: string) {
  return sql<boolean>`exists (
    select 1 from scheduled_events event
    where event.id = event_cards.event_id and ${hostedByOne([groupId])}
      and case
        when exists (
          select 1 from group_channels
          where group_channels.channel_id = event_cards.channel_id
            and ${hostsEvent("group_channels.group_id", "event.id", "event.group_id")}
        ) then exists (
          select 1 from group_channels
          where group_channels.channel_id = event_cards.channel_id
            and group_channels.group_id = ${groupId}
        )
        else event.group_id = ${groupId}
      end
  )`;
}

/** Enqueues every card of a group's events that still changes: what they all show is different now. */
export async function requestGroupCards(
  deps: { enqueue: Enqueue },
  trx: Trx,
  groupId: string,
): Promise<void> {
  const cards = await trx
    .selectFrom("event_cards")
    .innerJoin("scheduled_events as event", "event.id", "event_cards.event_id")
    .where(hostedByOne([groupId]))
    .where("is_final", "=", false)
    .select(["event_cards.event_id", "channel_id"])
    .execute();
  await enqueueCards(deps, trx, cards);
}
