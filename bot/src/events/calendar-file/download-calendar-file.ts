import type { Actor } from "../../access/actor.ts";
import { isConfidential } from "../../access/policy.ts";
import { downloadName } from "../../downloads/download-name.ts";
import type { Download } from "../../downloads/download.ts";
import { tabLink, type LinkBases } from "../../cards/render/card-links.ts";
import { namesOf } from "../../cards/render/group-names.ts";
import type { Clock } from "../../clock.ts";
import type { Db } from "../../db/database.ts";
import { hostNames } from "../event-groups.ts";
import { loadSeenEvent } from "../load-seen-event.ts";
import { calendarFile } from "./calendar-file.ts";

/**
 * An event as a file for a calendar, for everybody who sees the event; with the link to its meeting, which they see as
 * well.
 * @throws {AppError} when the event is unseen
 */
export async function downloadCalendarFile(
  deps: { db: Db; clock: Clock; linkBases: LinkBases },
  given: { actor: Actor; eventId: string },
): Promise<Download> {
  const seen = await loadSeenEvent(deps, given.actor, given.eventId);
  const { event } = seen;
  const file = calendarFile({
    id: event.id,
    title: event.title,
    description: event.description,
    start: event.start_local,
    end: event.end_local,
    startsAt: event.starts_at,
    endsAt: event.ends_at,
    isAllDay: event.is_all_day,
    timeZone: event.time_zone,
    location: event.location,
    hosts: namesOf(hostNames(seen)),
    confidential: isConfidential(seen.facts),
    cancelled: event.cancelled,
    version: event.version,
    updatedAt: event.updated_at,
    joinUrl: event.cancelled ? null : event.join_url,
    pageUrl: tabLink(deps.linkBases, `events/${event.id}`),
  });
  return {
    fileName: downloadName(
      { title: event.title, start: event.start_local },
      ".ics",
    ),
    mediaType: "text/calendar; charset=utf-8",
    pieces: [file],
  };
}
