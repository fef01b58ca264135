import type { AppearanceRequest } from "../../../../../bot/contract/appearance.ts";
import { endOf, startOf, type SettledDraft } from "../event-draft.ts";

/** What the preview asks the backend to draw. Pure. */
export function appearanceOf({
  draft,
  eventId,
  memberCount,
}: {
  draft: SettledDraft;
  eventId: string | null;
  memberCount: number;
}): AppearanceRequest {
  return {
    groupId: draft.groupId,
    eventId,
    title: draft.title.slice(0, 200),
    descriptionHtml: draft.descriptionHtml,
    start: startOf(draft),
    end: endOf(draft),
    isAllDay: draft.isAllDay,
    timeZone: draft.timeZone,
    isOnline: draft.isOnline,
    location: draft.location.slice(0, 200),
    coHosts: draft.coHosts,
    open: draft.open,
    people: (draft.wholeGroup ? memberCount : 0) + draft.addresses.length,
  };
}
