import { Temporal } from "temporal-polyfill";
import { contentLine, textValue } from "./content-line.ts";
import { compactTime, timeZonePart } from "./time-zone-part.ts";

/** What the file says of an event. */
export interface CalendarFileEvent {
  id: string;
  title: string;
  /** Plain text. */
  description: string;
  /** Wall-clock times such as `2031-12-01T12:00`; of whole days midnights. */
  start: string;
  end: string;
  startsAt: Date;
  endsAt: Date;
  isAllDay: boolean;
  /** IANA name. */
  timeZone: string;
  location: string;
  /** The names of its groups, as one text. */
  hosts: string;
  confidential: boolean;
  cancelled: boolean;
  /** Grows with each change. */
  version: number;
  updatedAt: Date;
  /** Null: there is no Teams meeting, or no link to it yet. */
  joinUrl: string | null;
  /** The event's page in Teams; null: not known. */
  pageUrl: string | null;
}

/**
 * An event as an iCalendar file (RFC 5545), which calendars other than the invitation's Outlook take in. The id of the
 * entry stays, so that a newer file replaces what an older one brought. Without ORGANIZER and METHOD on purpose: with
 * them it would be an invitation, and calendars would answer it. Pure.
 */
export function calendarFile(event: CalendarFileEvent): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//ERG Events//EN",
    "CALSCALE:GREGORIAN",
    ...(event.isAllDay || isUtc(event.timeZone)
      ? []
      : timeZonePart(event.timeZone, event)),
    "BEGIN:VEVENT",
    contentLine("UID", event.id),
    contentLine("DTSTAMP", utcTime(event.updatedAt)),
    contentLine("LAST-MODIFIED", utcTime(event.updatedAt)),
    contentLine("SEQUENCE", String(event.version)),
    timeLine("DTSTART", event, event.start),
    timeLine("DTEND", event, event.end),
    contentLine("SUMMARY", textValue(event.title)),
    ...optional("LOCATION", placeOf(event)),
    ...optional("DESCRIPTION", descriptionOf(event)),
    contentLine("STATUS", event.cancelled ? "CANCELLED" : "CONFIRMED"),
    contentLine("TRANSP", event.isAllDay ? "TRANSPARENT" : "OPAQUE"),
    // Colleagues who may see somebody's calendar need not learn of the group.
    contentLine("CLASS", event.confidential ? "PRIVATE" : "PUBLIC"),
    ...(event.pageUrl === null ? [] : [contentLine("URL", event.pageUrl)]),
    ...(event.joinUrl === null
      ? []
      : [
          // RFC 7986, 5.11
          contentLine(
            "CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO;LABEL=Teams meeting",
            event.joinUrl,
          ),
        ]),
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${line}\r\n`).join("");
}

function timeLine(
  name: string,
  { isAllDay, timeZone }: CalendarFileEvent,
  local: string,
): string {
  const time = compactTime(Temporal.PlainDateTime.from(local));
  // Whole days are the same days wherever somebody is.
  if (isAllDay) return contentLine(`${name};VALUE=DATE`, time.slice(0, 8));
  return isUtc(timeZone)
    ? contentLine(name, `${time}Z`)
    : contentLine(`${name};TZID=${timeZone}`, time);
}

function isUtc(timeZone: string): boolean {
  return /^(Etc\/)?(UTC|GMT|Zulu)$/i.test(timeZone);
}

function placeOf({ location, joinUrl }: CalendarFileEvent): string {
  return [location, joinUrl === null ? "" : "Microsoft Teams meeting"]
    .filter((place) => place !== "")
    .join("; ");
}

function descriptionOf(event: CalendarFileEvent): string {
  const { description, joinUrl, hosts } = event;
  return [
    description,
    joinUrl === null ? "" : `Join the Teams meeting: ${joinUrl}`,
    `From ${hosts}.`,
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function optional(name: string, text: string): string[] {
  return text === "" ? [] : [contentLine(name, textValue(text))];
}

function utcTime(moment: Date): string {
  return `${moment.toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
}
