import { enqueueCards } from "./enqueue-cards.ts";
import { sql } from "kysely";
import type { Trx } from "../db/database.ts";
import type { CardProblem } from "../db/schema.ts";
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
    .where((where) =>
      "channelIds" in cards
        ? sql<boolean>`channel_id = any(${cards.channelIds}::text[])`
        : where(
            "event_id",
            "in",
            where
              .selectFrom("scheduled_events")
              .where("group_id", "=", cards.groupId)
              .select("id"),
          ),
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

/** Enqueues every card of a group that still changes: what they all show is different now. */
export async function requestGroupCards(
  deps: { enqueue: Enqueue },
  trx: Trx,
  groupId: string,
): Promise<void> {
  const cards = await trx
    .selectFrom("event_cards")
    .innerJoin(
      "scheduled_events",
      "scheduled_events.id",
      "event_cards.event_id",
    )
    .where("group_id", "=", groupId)
    .where("is_final", "=", false)
    .select(["event_id", "channel_id"])
    .execute();
  await enqueueCards(deps, trx, cards);
}
