import type { EventCard } from "../../../../bot/contract/event-cards.ts";
import type { EventLive } from "../../../../bot/contract/events.ts";
import { cardChannel } from "../page/card-words.ts";
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
 * The channels that the form offers: those of the groups that host the event, its own first, and those where a card
 * stands although the bot can post there no longer, or the lead is not in the group, so that it can be taken away.
 * Of several groups each channel says whose it is.
 *
 * @param groupIds every group that is to host it; the cards of others go
 */
export function offeredChannels(given: {
  groups: readonly Pick<GroupSummary, "id" | "name" | "channels">[];
  groupIds: readonly string[];
  cards: readonly EventCard[];
}): GroupChannel[] {
  const { groupIds, cards } = given;
  const hosts = groupIds.flatMap(
    (id) => given.groups.find((group) => group.id === id) ?? [],
  );
  const channels = new Map<string, GroupChannel>();
  for (const { name, channels: ofGroup } of hosts)
    for (const channel of ofGroup)
      if (!channels.has(channel.id))
        channels.set(
          channel.id,
          groupIds.length > 1
            ? { ...channel, name: `${channel.name} (${name})` }
            : channel,
        );
  const others = cards
    .filter(
      ({ channelId, group }) =>
        !channels.has(channelId) &&
        (group === null || groupIds.includes(group.id)),
    )
    .map((card): GroupChannel => ({
      id: card.channelId,
      name: cardChannel(card),
      kind: "standard",
    }));
  return [...channels.values(), ...others];
}
