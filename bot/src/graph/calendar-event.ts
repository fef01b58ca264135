import { z } from "zod";

/** Named properties of ours on the Outlook event; they find it again and tell which content it shows. */
const propertySet = "{6f1c1e9b-2b57-4a5b-9d0a-3c4f7f0f6a21}";
export const eventIdProperty = `String ${propertySet} Name ErgEventsId`;
export const contentVersionProperty = `String ${propertySet} Name ErgEventsContentVersion`;

const graphTimeSchema = z.object({
  dateTime: z.string(),
  timeZone: z.string(),
});

const attendeeSchema = z.object({
  type: z.string().nullish(),
  emailAddress: z.object({
    name: z.string().nullish(),
    address: z.string().nullish(),
  }),
  status: z
    .object({ response: z.string().nullish(), time: z.string().nullish() })
    .nullish(),
});

/** Graph's event, reduced to what the product reads. */
export const calendarEventSchema = z
  .object({
    id: z.string(),
    "@odata.etag": z.string().optional(),
    lastModifiedDateTime: z.string(),
    isOnlineMeeting: z.boolean().nullish(),
    onlineMeeting: z.object({ joinUrl: z.string().nullish() }).nullish(),
    subject: z.string().nullish(),
    start: graphTimeSchema.nullish(),
    end: graphTimeSchema.nullish(),
    isAllDay: z.boolean().nullish(),
    location: z.object({ displayName: z.string().nullish() }).nullish(),
    body: z.object({ content: z.string().nullish() }).nullish(),
    isCancelled: z.boolean().nullish(),
    attendees: z.array(attendeeSchema).nullish(),
    singleValueExtendedProperties: z
      .array(z.object({ id: z.string(), value: z.string().nullish() }))
      .nullish(),
  })
  .transform((raw) => ({
    id: raw.id,
    etag: raw["@odata.etag"] ?? null,
    lastModifiedAt: new Date(raw.lastModifiedDateTime),
    isOnlineMeeting: raw.isOnlineMeeting ?? false,
    joinUrl: raw.onlineMeeting?.joinUrl ?? null,
    subject: raw.subject ?? "",
    /** Null where Graph told no time that can be read without a table of its zones. */
    startsAt: readGraphTime(raw.start),
    endsAt: readGraphTime(raw.end),
    /** Then the times are midnights: of UTC, or of the event's zone. */
    isAllDay: raw.isAllDay ?? false,
    location: raw.location?.displayName ?? "",
    bodyHtml: raw.body?.content ?? "",
    isCancelled: raw.isCancelled ?? false,
    attendees: (raw.attendees ?? []).map((attendee) => ({
      raw: attendee,
      address: (attendee.emailAddress.address ?? "").toLowerCase(),
      displayName:
        attendee.emailAddress.name ?? attendee.emailAddress.address ?? "",
      response: attendee.status?.response ?? "none",
      // Graph writes year 1 while somebody has not answered.
      answeredAt: readAnswerTime(attendee.status?.time),
    })),
    contentVersion: readContentVersion(raw.singleValueExtendedProperties ?? []),
  }));

/** An event on the service account's calendar. */
export type CalendarEvent = z.output<typeof calendarEventSchema>;

/** An attendee as it was read; it goes back as it came. */
export type KnownAttendee = CalendarEvent["attendees"][number];

function readContentVersion(
  properties: readonly { id: string; value?: string | null | undefined }[],
): number | null {
  const value = properties.find(
    // Graph returns the property set's GUID in its own case.
    ({ id }) => id.toLowerCase() === contentVersionProperty.toLowerCase(),
  )?.value;
  return value ? Number(value) : null;
}

/** Graph: dateTimeTimeZone; in UTC unless a request asks for another zone, which none of ours does. */
export function readGraphTime(
  time: z.output<typeof graphTimeSchema> | null | undefined,
): Date | null {
  if (
    !time ||
    !/^(UTC|Etc\/UTC|tzone:\/\/Microsoft\/Utc)$/i.test(time.timeZone)
  )
    return null;
  const date = new Date(`${time.dateTime.replace(/Z$/, "").slice(0, 23)}Z`);
  return Number.isNaN(date.getTime()) ? null : date;
}

function readAnswerTime(time: string | null | undefined): Date | null {
  if (!time) return null;
  const date = new Date(time);
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1900
    ? null
    : date;
}
