import type { CalendarContent } from "../graph/calendar.ts";
import { tabLink, type LinkBases } from "../cards/render/card-links.ts";
import { renderOwnPart, replaceOwnPart } from "../graph/meeting-body.ts";
import { htmlOf } from "../description/settle-description.ts";
import { sentTimes } from "./scheduled-event.ts";
import type { EventWave } from "./wave-store.ts";

/** Longest place that Exchange keeps (MS-OXCICAL: Property LOCATION), in characters. */
const longestLocation = 255;

/** Whether this wave's Outlook event has the Teams meeting of its own; the others carry its link. Pure. */
export function ownsMeeting(
  wave: Pick<EventWave, "is_online" | "number">,
): boolean {
  return wave.is_online && wave.number === 1;
}

/** The meeting's link that a later wave carries; null: it has its own meeting, or there is none. Pure. */
function carriedLink(wave: EventWave): string | null {
  return wave.is_online && wave.number > 1 ? wave.join_url : null;
}

/**
 * What a wave's Outlook event is to say. Pure.
 *
 * @param given.currentHtml the body that Outlook holds, whose meeting part stays; null for a new one
 */
export function contentOfWave(
  wave: EventWave,
  given: { currentHtml: string | null; linkBases: LinkBases },
): CalendarContent {
  const { currentHtml, linkBases } = given;
  const link = carriedLink(wave);
  const ownPart = renderOwnPart(
    htmlOf({
      description: wave.description,
      descriptionHtml: wave.description_html,
    }),
    {
      joinUrl: link,
      pageUrl: tabLink(linkBases, `events/${wave.id}`),
    },
  );
  return {
    subject: wave.title,
    bodyHtml:
      currentHtml === null || !ownsMeeting(wave)
        ? ownPart
        : replaceOwnPart(currentHtml, ownPart),
    isAllDay: wave.is_all_day,
    ...sentTimes({
      start: wave.start_local,
      end: wave.end_local,
      isAllDay: wave.is_all_day,
      timeZone: wave.time_zone,
      startsAt: wave.starts_at,
      endsAt: wave.ends_at,
    }),
    location: locationOf(wave.location, link),
    contentVersion: wave.content_version,
  };
}

function locationOf(location: string, link: string | null): string {
  if (link === null) return location;
  const both = location === "" ? link : `${location}; ${link}`;
  // Too long a place loses its end, and a link without its end leads nowhere; the body has it in any case.
  if (both.length <= longestLocation) return both;
  return location === "" ? "Microsoft Teams" : location;
}
