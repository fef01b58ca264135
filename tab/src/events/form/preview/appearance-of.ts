import {
  mostPreviewedAddresses,
  type AppearanceRequest,
  type PreviewedAudience,
} from "../../../../../bot/contract/appearance.ts";
import { maxListSize } from "../../../../../bot/contract/event-content.ts";
import { endOf, startOf, type SettledDraft } from "../event-draft.ts";

/** What the preview asks the backend to draw. Pure. */
export function appearanceOf({
  draft,
  eventId,
}: {
  draft: SettledDraft;
  eventId: string | null;
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
    audience: audienceOf(draft),
  };
}

/** What is not complete yet, such as a list of a size that nobody has typed, counts as a person. */
function audienceOf(draft: SettledDraft): PreviewedAudience {
  const addresses = draft.addresses.slice(0, mostPreviewedAddresses);
  const sent = new Set(addresses);
  return {
    group: draft.wholeGroup,
    addresses,
    moreAddresses: draft.addresses.length - addresses.length,
    lists: draft.lists
      .map(({ address, about }) => ({ address, about: Number(about) }))
      .filter(
        ({ address, about }) =>
          sent.has(address) &&
          Number.isInteger(about) &&
          about > 0 &&
          about <= maxListSize,
      ),
  };
}
