import type { EventCard, EventLive } from "../../../../bot/contract/events.ts";
import type {
  GroupChannel,
  GroupSummary,
} from "../../../../bot/contract/groups.ts";

/** The cards of an event whose channels still exist. */
export function standingCards({
  cards,
}: Pick<EventLive, "cards">): EventCard[] {
  return (cards ?? []).filter(({ state }) => state !== "channelDeleted");
}

/**
 * The channels that the form offers: those of the group, and those where a card stands although the bot
 * can post there no longer, so that the lead can take it away.
 */
export function offeredChannels(
  group: Pick<GroupSummary, "channels"> | undefined,
  cards: EventCard[],
): GroupChannel[] {
  const channels = group?.channels ?? [];
  const known = new Set(channels.map(({ id }) => id));
  const others = cards
    .filter(({ channelId }) => !known.has(channelId))
    .map(({ channelId, channelName }): GroupChannel => ({
      id: channelId,
      name: channelName,
      kind: "standard",
    }));
  return [...channels, ...others];
}
