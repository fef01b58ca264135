import type { GroupSummary } from "../../../../bot/contract/groups.ts";
import { chooseGroup, type EventDraft } from "./event-draft.ts";

type Usual = Pick<EventDraft, "isOnline" | "lateJoiners">;

/** With what the form begins that is usual in a group; channels and who may join are filled in by `settleDraft`. */
export function usualIn(
  group: Pick<GroupSummary, "defaults"> | undefined,
): Usual {
  return {
    isOnline: group?.defaults?.isOnline ?? true,
    lateJoiners: group?.defaults?.lateJoiners ?? true,
  };
}

/** Gives a new event to another group; what was left as usual becomes what is usual there. */
export function moveToGroup(
  draft: EventDraft,
  groupId: string,
  groups: readonly Pick<GroupSummary, "id" | "defaults">[],
): EventDraft {
  const [before, after] = [draft.groupId, groupId].map((id) =>
    usualIn(groups.find((group) => group.id === id)),
  ) as [Usual, Usual];
  const moved = chooseGroup(draft, groupId);
  return {
    ...moved,
    ...(draft.isOnline === before.isOnline && { isOnline: after.isOnline }),
    ...(draft.lateJoiners === before.lateJoiners && {
      lateJoiners: after.lateJoiners,
    }),
  };
}
