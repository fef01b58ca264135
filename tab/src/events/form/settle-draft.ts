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
    group:
      Pick<GroupSummary, "teamId" | "confidential" | "defaults"> | undefined;
    /** Whether one of the event's groups is. */
    confidential: boolean;
    channels: GroupChannel[];
    /** The event as it is stored; null for a new one. */
    saved: SettledDraft | null;
  },
): SettledDraft {
  const { group, channels, saved } = given;
  // General has the id of its team (Teams: conversation update events).
  const usualChannels = saved?.channelIds ??
    group?.defaults?.channelIds ?? [group?.teamId];
  const usuallyOpen = saved?.open ?? isUsuallyOpen(given);
  const chosen = draft.channelIds ?? usualChannels;
  return {
    ...draft,
    open: draft.open ?? usuallyOpen,
    channelIds: channels
      .map(({ id }) => id)
      .filter((id) => chosen.includes(id)),
  };
}

/** What is usual in a group does not open the events of another that is confidential. */
function isUsuallyOpen({
  group,
  confidential,
}: Pick<Parameters<typeof settleDraft>[1], "group" | "confidential">): boolean {
  if (group === undefined || (confidential && !group.confidential))
    return false;
  return group.defaults?.open ?? !confidential;
}
