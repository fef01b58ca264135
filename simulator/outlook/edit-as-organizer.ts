import type { ExchangeServer } from "./exchange-server.ts";
import type { Meeting } from "./meeting.ts";
import { instantOf } from "./time-zone.ts";
import {
  updateMeeting,
  type MeetingChange,
  type UpdateResult,
} from "./update-meeting.ts";

/** What an organizer changes in Outlook's own form; what is not named stays. */
export interface OrganizerEdit {
  subject?: string | undefined;
  /** Whole days: then the times of start and end do not count. */
  isAllDay?: boolean | undefined;
  /** Wall-clock times such as `2026-12-01T17:00`, in the event's own time zone. */
  start?: string | undefined;
  end?: string | undefined;
  location?: string | undefined;
  addAttendees?: readonly string[] | undefined;
  removeAttendees?: readonly string[] | undefined;
}

/**
 * An event changed in the organizer's own Outlook. Outlook's known behaviour: who is added gets an invitation and
 * who is removed a cancellation, and nobody else a mail when nothing but people changed; any other change is sent
 * to everybody. Properties that programs keep on the event stay.
 */
export function editAsOrganizer(
  server: ExchangeServer,
  meeting: Meeting,
  edit: OrganizerEdit,
): UpdateResult | { kind: "endsBeforeStart" } {
  const change = changeOf(meeting, edit);
  const after = { ...meeting.content, ...change.content };
  const isEmpty = after.isAllDay && after.endsAt === after.startsAt;
  if (after.endsAt < after.startsAt || isEmpty)
    return { kind: "endsBeforeStart" };
  return updateMeeting(server, meeting, change);
}

function changeOf(meeting: Meeting, edit: OrganizerEdit): MeetingChange {
  const { content } = meeting;
  const { subject, start, end, location } = edit;
  const people = peopleAfter(meeting, edit);
  const isAllDay = edit.isAllDay ?? content.isAllDay;
  const instant = (local: string, timeZone: string) =>
    instantOf(
      isAllDay ? `${local.slice(0, 10)}T00:00` : local,
      timeZone,
    ).toISOString();
  return {
    content: {
      ...(subject !== undefined && { subject }),
      ...(start !== undefined && {
        startsAt: instant(start, content.startTimeZone),
      }),
      ...(end !== undefined && {
        endsAt: instant(end, content.endTimeZone),
      }),
      ...(edit.isAllDay !== undefined && { isAllDay }),
      ...(location !== undefined && { locations: placesOf(location) }),
    },
    personal: {},
    ...(people && { attendees: people }),
  };
}

function placesOf(location: string): Meeting["content"]["locations"] {
  return location.trim() === ""
    ? []
    : [
        {
          displayName: location.trim(),
          locationType: "default",
          uniqueIdType: "private",
        },
      ];
}

function peopleAfter(
  { attendees }: Meeting,
  { addAttendees = [], removeAttendees = [] }: OrganizerEdit,
): MeetingChange["attendees"] | null {
  const removed = new Set(removeAttendees.map((a) => a.toLowerCase()));
  const there = new Set(attendees.map(({ address }) => address.toLowerCase()));
  const added = addAttendees.filter((a) => !there.has(a.toLowerCase()));
  if (added.length === 0 && removed.size === 0) return null;
  return [
    ...attendees.filter(({ address }) => !removed.has(address.toLowerCase())),
    ...added.map((address) => ({
      address,
      name: address,
      type: "required" as const,
    })),
  ];
}
