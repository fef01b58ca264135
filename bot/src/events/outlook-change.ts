import type { CalendarEvent } from "../graph/calendar-event.ts";
import { allDayInstants } from "./all-day-times.ts";
import { possibleInstants, wallClockOf } from "./scheduled-event.ts";
import type {
  OutlookChange,
  OutlookField,
  OutlookShown,
} from "./stored-outlook-change.ts";
import type { EventWave } from "./wave-store.ts";

/** What a comparison has to know of the event. */
export type ComparedEvent = Pick<
  EventWave,
  | "title"
  | "start_local"
  | "end_local"
  | "time_zone"
  | "starts_at"
  | "ends_at"
  | "is_all_day"
  | "location"
  | "is_online"
  | "join_url"
  | "content_version"
  | "outlook_shown"
  | "outlook_change"
>;

type ReadCopy = Pick<
  CalendarEvent,
  | "subject"
  | "startsAt"
  | "endsAt"
  | "isAllDay"
  | "location"
  | "isCancelled"
  | "contentVersion"
  | "lastModifiedAt"
>;

/** @param timeZone the event's: whole days are told as its midnights, as ours are */
export function shownBy(
  copy: Pick<
    ReadCopy,
    "subject" | "startsAt" | "endsAt" | "isAllDay" | "location"
  >,
  timeZone: string,
): OutlookShown {
  const { startsAt, endsAt } = copy.isAllDay
    ? allDayInstants(copy, timeZone)
    : copy;
  return {
    title: copy.subject,
    startsAt: startsAt?.toISOString() ?? null,
    endsAt: endsAt?.toISOString() ?? null,
    isAllDay: copy.isAllDay,
    location: copy.location,
  };
}

/**
 * What somebody changed by hand, from the organizer's copy of an event that is published. A part has changed when it
 * is neither ours nor what Outlook itself said right after it got ours: Exchange may write the same in another
 * way. The description is not compared: Outlook rewrites every body it stores.
 *
 * @returns `incomparable` when the copy holds another content than the newest of ours
 */
export function compareWithOutlook(given: {
  event: ComparedEvent;
  copy: ReadCopy;
  now: Date;
}): OutlookChange | null | "incomparable" {
  const { event, copy } = given;
  const before = event.outlook_change;
  const seenAt = given.now.toISOString();
  if (copy.isCancelled)
    return before?.kind === "deleted" ? before : { kind: "deleted", seenAt };
  if (copy.contentVersion !== event.content_version) return "incomparable";
  const shows = shownBy(copy, event.time_zone);
  const fields = differingFields(event, shows);
  if (fields.length === 0) return null;
  const earlier = before?.kind === "edited" ? before : null;
  const movedAt = !fields.includes("time")
    ? null
    : earlier?.movedAt && sameTime(earlier.shows, shows)
      ? earlier.movedAt
      : copy.lastModifiedAt.toISOString();
  const found = { kind: "edited", fields, shows, movedAt, seenAt } as const;
  return earlier && sameEdit(earlier, found) ? earlier : found;
}

function differingFields(
  event: ComparedEvent,
  shows: OutlookShown,
): OutlookField[] {
  const shown = event.outlook_shown;
  const fields: OutlookField[] = [];
  const title = comparableTitle(shows.title);
  if (
    title !== comparableTitle(event.title) &&
    (!shown || title !== comparableTitle(shown.title))
  )
    fields.push("title");
  if (!showsOurTime(event, shows) && !(shown && sameTime(shown, shows)))
    fields.push("time");
  const location = comparableLocation(shows.location, event);
  if (
    location !== comparableLocation(event.location, event) &&
    (!shown || location !== comparableLocation(shown.location, event))
  )
    fields.push("location");
  return fields;
}

/** True as well when the time cannot be read: it is then not known to be another one. */
function showsOurTime(event: ComparedEvent, shows: OutlookShown): boolean {
  const { startsAt, endsAt } = shows;
  if (startsAt === null || endsAt === null) return true;
  if ((shows.isAllDay ?? event.is_all_day) !== event.is_all_day) return false;
  const isOneOf = (
    instant: string,
    own: { at: Date; local: string },
  ): boolean => {
    // An hour that the clocks repeat or skip is read in one way here and perhaps in the other one there.
    const possible = [own.at, ...possibleInstants(own.local, event.time_zone)];
    return possible.some((at) => at.getTime() === Date.parse(instant));
  };
  return (
    isOneOf(startsAt, { at: event.starts_at, local: event.start_local }) &&
    isOneOf(endsAt, { at: event.ends_at, local: event.end_local })
  );
}

function sameTime(a: OutlookShown, b: OutlookShown): boolean {
  return (
    a.startsAt === b.startsAt &&
    a.endsAt === b.endsAt &&
    (a.isAllDay ?? b.isAllDay) === (b.isAllDay ?? a.isAllDay)
  );
}

function sameEdit(
  a: Extract<OutlookChange, { kind: "edited" }>,
  b: Extract<OutlookChange, { kind: "edited" }>,
): boolean {
  return (
    a.fields.join() === b.fields.join() &&
    (!a.fields.includes("title") || a.shows.title === b.shows.title) &&
    (!a.fields.includes("time") || sameTime(a.shows, b.shows)) &&
    (!a.fields.includes("location") || a.shows.location === b.shows.location)
  );
}

/** On one line, without signs that nobody sees. */
export function comparableTitle(text: string): string {
  return text
    .normalize("NFC")
    .replaceAll(/\p{Cf}/gu, "")
    .replaceAll(/[\s\p{Cc}]+/gu, " ")
    .trim();
}

/** Outlook names the Teams meeting of an online event among its places, in the mailbox's language; later waves its link. */
export function comparableLocation(
  text: string,
  event: { is_online: boolean; join_url?: string | null },
): string {
  return text
    .split(";")
    .map(comparableTitle)
    .filter((place) => place !== "")
    .filter(
      (place) =>
        !event.is_online ||
        (place !== event.join_url && !/microsoft teams/i.test(place)),
    )
    .join("; ");
}

export type AdoptedFields =
  | {
      ok: true;
      fields: Pick<
        EventWave,
        | "title"
        | "location"
        | "starts_at"
        | "ends_at"
        | "start_local"
        | "end_local"
        | "is_all_day"
      >;
      moved: boolean;
    }
  | { ok: false; message: string };

/** Outlook's values in place of ours, where they differ; refused where they make no event of ours. */
export function adoptedFields(
  event: ComparedEvent,
  change: Extract<OutlookChange, { kind: "edited" }>,
): AdoptedFields {
  const { shows } = change;
  const has = (field: OutlookField): boolean => change.fields.includes(field);
  const title = has("title") ? comparableTitle(shows.title) : event.title;
  if (title === "")
    return {
      ok: false,
      message:
        "In Outlook the event has no title any more. Restore your version, or give it a title there.",
    };
  const moved = has("time");
  const startsAt = moved ? new Date(shows.startsAt ?? "") : event.starts_at;
  const endsAt = moved ? new Date(shows.endsAt ?? "") : event.ends_at;
  if (!(endsAt > startsAt))
    return {
      ok: false,
      message:
        "In Outlook the event ends when it starts. Restore your version, or give it a later end there.",
    };
  const startLocal = moved
    ? wallClockOf(startsAt, event.time_zone)
    : event.start_local;
  const endLocal = moved
    ? wallClockOf(endsAt, event.time_zone)
    : event.end_local;
  const isAllDay = moved
    ? (shows.isAllDay ?? event.is_all_day)
    : event.is_all_day;
  return {
    ok: true,
    moved,
    fields: {
      title,
      location: has("location")
        ? comparableLocation(shows.location, event)
        : event.location,
      starts_at: startsAt,
      ends_at: endsAt,
      // The clocks skip some midnights: a day then begins later, and is named by its midnight all the same.
      start_local: isAllDay ? midnightOf(startLocal) : startLocal,
      end_local: isAllDay ? midnightOf(endLocal) : endLocal,
      is_all_day: isAllDay,
    },
  };
}

function midnightOf(local: string): string {
  return `${local.slice(0, 10)}T00:00`;
}
