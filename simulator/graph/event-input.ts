import { z } from "zod";

const dateTimeTimeZone = z.strictObject({
  dateTime: z.string(),
  timeZone: z.string().nullish(),
});

const place = z.strictObject({
  displayName: z.string().nullish(),
  locationType: z.string().optional(),
  locationUri: z.string().nullish(),
  locationEmailAddress: z.string().nullish(),
  uniqueId: z.string().nullish(),
  uniqueIdType: z.string().optional(),
  address: z.unknown().optional(),
  coordinates: z.unknown().optional(),
});

const attendee = z.strictObject({
  "@odata.type": z.string().optional(),
  emailAddress: z.strictObject({
    address: z.string().nullish(),
    name: z.string().nullish(),
  }),
  type: z.enum(["required", "optional", "resource"]).default("required"),
  status: z
    .strictObject({
      response: z.string().nullish(),
      time: z.string().nullish(),
    })
    .nullish(),
  proposedNewTime: z.unknown().optional(),
});
export type AttendeeInput = z.infer<typeof attendee>;

/** The properties that a request may set. Graph: event resource type, Create event, Update event. */
export const eventInputSchema = z.strictObject({
  "@odata.type": z.literal("#microsoft.graph.event").optional(),
  subject: z.string().nullish(),
  body: z
    .strictObject({
      contentType: z
        .string()
        .transform((type) => type.toLowerCase())
        .pipe(z.enum(["html", "text"]))
        .default("text"),
      content: z.string().nullish(),
    })
    .optional(),
  start: dateTimeTimeZone.optional(),
  end: dateTimeTimeZone.optional(),
  isAllDay: z.boolean().optional(),
  location: place.nullish(),
  locations: z.array(place).optional(),
  attendees: z.array(attendee).optional(),
  importance: z.enum(["low", "normal", "high"]).optional(),
  sensitivity: z
    .enum(["normal", "personal", "private", "confidential"])
    .optional(),
  hideAttendees: z.boolean().optional(),
  responseRequested: z.boolean().optional(),
  allowNewTimeProposals: z.boolean().optional(),
  isOnlineMeeting: z.boolean().optional(),
  onlineMeetingProvider: z.enum(["unknown", "teamsForBusiness"]).optional(),
  showAs: z
    .enum(["free", "tentative", "busy", "oof", "workingElsewhere", "unknown"])
    .optional(),
  categories: z.array(z.string()).optional(),
  isReminderOn: z.boolean().optional(),
  reminderMinutesBeforeStart: z.int().optional(),
  transactionId: z.string().nullish(),
  singleValueExtendedProperties: z
    .array(z.strictObject({ id: z.string(), value: z.string() }))
    .optional(),
});
export type EventInput = z.infer<typeof eventInputSchema>;

/** Real properties of an event that the simulator does not act on. */
export const notImplementedProperties = [
  "recurrence",
  "attachments",
  "calendar",
  "extensions",
  "multiValueExtendedProperties",
];

/** Real properties of an event that nobody can set. */
export const readOnlyProperties = [
  "id",
  "iCalUId",
  "changeKey",
  "createdDateTime",
  "lastModifiedDateTime",
  "bodyPreview",
  "hasAttachments",
  "isCancelled",
  "isDraft",
  "isOrganizer",
  "onlineMeeting",
  "onlineMeetingUrl",
  "organizer",
  "originalStart",
  "originalStartTimeZone",
  "originalEndTimeZone",
  "responseStatus",
  "seriesMasterId",
  "type",
  "webLink",
];
