import type { EventCard } from "../../../../bot/contract/event-cards.ts";
import type {
  GroupChannel,
  GroupSummary,
} from "../../../../bot/contract/groups.ts";
import type { KnownHost } from "./co-hosts.ts";
import type { EventDraft } from "./event-draft.ts";
import { offeredChannels } from "./offered-channels.ts";

interface Known {
  groups: GroupSummary[];
  /** Groups that host the event already. */
  hosts: KnownHost[];
  cards: EventCard[];
}

/** What a draft leaves to choose, by the groups that are to host its event. */
export interface FormChoices {
  group: GroupSummary | undefined;
  /** Whether one of its groups is confidential. */
  confidential: boolean;
  channels: GroupChannel[];
  /** Where a card stands that goes, because its group hosts the event no longer. */
  leavingChannels: GroupChannel[];
}

export function formChoices(
  draft: Pick<EventDraft, "groupId" | "coHosts">,
  { groups, hosts, cards }: Known,
): FormChoices {
  const groupIds = [draft.groupId, ...draft.coHosts];
  const channels = offeredChannels({ groups, groupIds, cards });
  const offered = new Set(channels.map(({ id }) => id));
  const standing = offeredChannels({
    groups: [],
    groupIds: [...groupIds, ...hosts.map(({ id }) => id)],
    cards,
  });
  return {
    group: groups.find(({ id }) => id === draft.groupId),
    confidential: [...groups, ...hosts].some(
      ({ id, confidential }) => confidential && groupIds.includes(id),
    ),
    channels,
    leavingChannels: standing.filter(({ id }) => !offered.has(id)),
  };
}
