import { toText } from "../outlook/body-html.ts";
import type { Meeting, Place } from "../outlook/meeting.ts";
import { localTimeOf } from "../outlook/time-zone.ts";
import type { Settings } from "../settings/settings.ts";
import type { Person } from "../world/world-seed.ts";
import { changeKeyOf, etagOf, itemId } from "./item-id.ts";
import type { Preferences } from "./preferences.ts";

const neverTime = "0001-01-01T00:00:00Z";

/** Graph: event resource type, as the organizer reads it. */
export function eventResource(
  meeting: Meeting,
  organizer: Person,
  preferences: Preferences,
  settings: Pick<Settings, "allDayTimes">,
): Record<string, unknown> {
  const { content, personal } = meeting;
  const isDays = content.isAllDay && settings.allDayTimes === "midnightUtc";
  const told = (instant: string, ownZone: string) => ({
    dateTime: isDays
      ? `${localTimeOf(new Date(instant), ownZone).slice(0, 10)}T00:00:00.0000000`
      : localTimeOf(new Date(instant), preferences.timeZone),
    timeZone: preferences.timeZone,
  });
  const id = itemId(meeting.id, preferences.isImmutableId);
  const text = toText(content.bodyHtml);
  const { teamsMeeting } = content;
  return {
    "@odata.etag": etagOf(meeting.id, meeting.revision),
    id,
    createdDateTime: withTicks(meeting.createdAt),
    lastModifiedDateTime: withTicks(meeting.lastModifiedAt),
    changeKey: changeKeyOf(meeting.id, meeting.revision),
    categories: personal.categories,
    transactionId: meeting.transactionId,
    originalStartTimeZone: content.startTimeZone,
    originalEndTimeZone: content.endTimeZone,
    iCalUId: meeting.iCalUId,
    reminderMinutesBeforeStart: personal.reminderMinutesBeforeStart,
    isReminderOn: personal.isReminderOn,
    hasAttachments: false,
    subject: content.subject,
    bodyPreview: text.slice(0, 255),
    importance: content.importance,
    sensitivity: content.sensitivity,
    isAllDay: content.isAllDay,
    isCancelled: meeting.isCancelled ?? false,
    isOrganizer: true,
    responseRequested: content.responseRequested,
    seriesMasterId: null,
    showAs: personal.showAs,
    type: "singleInstance",
    webLink: `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(id)}&exvsurl=1&path=/calendar/item`,
    onlineMeetingUrl: null,
    isOnlineMeeting: teamsMeeting !== null,
    onlineMeetingProvider: teamsMeeting ? "teamsForBusiness" : "unknown",
    allowNewTimeProposals: content.allowNewTimeProposals,
    isDraft: false,
    hideAttendees: content.hideAttendees,
    responseStatus: { response: "organizer", time: neverTime },
    body:
      preferences.bodyType === "text"
        ? { contentType: "text", content: text }
        : { contentType: "html", content: content.bodyHtml },
    start: told(content.startsAt, content.startTimeZone),
    end: told(content.endsAt, content.endTimeZone),
    location: locationResource(content.locations[0] ?? nowhere),
    locations: content.locations.map(locationResource),
    recurrence: null,
    attendees: meeting.attendees.map((row) => ({
      type: row.type,
      status: { response: row.response, time: row.respondedAt ?? neverTime },
      emailAddress: { name: row.name, address: row.address },
    })),
    organizer: {
      emailAddress: { name: organizer.displayName, address: organizer.mail },
    },
    onlineMeeting: teamsMeeting ? { joinUrl: teamsMeeting.joinUrl } : null,
  };
}

/** `$select`: those properties, and what Graph always gives. */
export function selectProperties(
  resource: Record<string, unknown>,
  names: string[] | null,
): Record<string, unknown> {
  if (names === null) return resource;
  const wanted = new Set([...names, "id"]);
  return Object.fromEntries(
    Object.entries(resource).filter(
      ([name]) => name.startsWith("@") || wanted.has(name),
    ),
  );
}

const nowhere: Place = {
  displayName: "",
  locationType: "default",
  uniqueIdType: "unknown",
};

function locationResource(place: Place): Record<string, unknown> {
  const isNowhere = place.displayName === "";
  return isNowhere
    ? { ...place, address: {}, coordinates: {} }
    : { uniqueId: place.displayName, ...place, uniqueIdType: "private" };
}

/** Graph writes seven digits of the second. */
function withTicks(instant: string): string {
  return instant.replace("Z", "0000Z");
}
