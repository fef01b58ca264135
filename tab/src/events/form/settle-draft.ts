import type {
  GroupChannel,
  GroupSummary,
} from "../../../../bot/contract/groups.ts";
import type { EventDraft, SettledDraft } from "./event-draft.ts";

/**
 * Fills in what the lead left as it is: what is stored, or for a new event what is usual in its group.
 * Channels that are not offered (any more) drop out.
 */
export function settleDraft(
  draft: EventDraft,
  given: {
    group: Pick<GroupSummary, "teamId"> | undefined;
    /** Whether one of the event's groups is. */
    confidential: boolean;
    channels: GroupChannel[];
    /** The event as it is stored; null for a new one. */
    saved: SettledDraft | null;
  },
): SettledDraft {
  const { group, channels, saved } = given;
  // General has the id of its team (Teams: conversation update events).
  const usualChannels = saved?.channelIds ?? [group?.teamId];
  const usuallyOpen =
    saved?.open ?? (group !== undefined && !given.confidential);
  const chosen = draft.channelIds ?? usualChannels;
  return {
    ...draft,
    open: draft.open ?? usuallyOpen,
    channelIds: channels
      .map(({ id }) => id)
      .filter((id) => chosen.includes(id)),
  };
}
