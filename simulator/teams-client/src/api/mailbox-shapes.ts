import { z } from "zod";
import { personShape } from "./shapes.ts";

const addressShape = z.object({ name: z.string(), address: z.string() });
const zonedTimeShape = z.object({ dateTime: z.string(), timeZone: z.string() });

const responseShape = z.enum([
  "none",
  "organizer",
  "tentativelyAccepted",
  "accepted",
  "declined",
  "notResponded",
]);

const mailShape = z.object({
  id: z.string(),
  kind: z.enum(["invitation", "update", "cancellation", "response", "message"]),
  subject: z.string(),
  from: addressShape,
  to: z.array(addressShape),
  receivedAt: z.string(),
  bodyHtml: z.string(),
  eventId: z.string().nullable(),
  isRead: z.boolean(),
});

const mailboxEventShape = z.object({
  id: z.string(),
  subject: z.string(),
  start: zonedTimeShape,
  end: zonedTimeShape,
  startsAt: z.string(),
  endsAt: z.string(),
  isAllDay: z.boolean(),
  location: z.string().nullish(),
  bodyHtml: z.string(),
  joinUrl: z.string().nullable(),
  organizer: addressShape,
  isOrganizer: z.boolean(),
  attendees: z.array(
    addressShape.extend({
      response: responseShape,
      time: z.string().nullish(),
    }),
  ),
  myResponse: responseShape,
  isCancelled: z.boolean(),
  isOnlineMeeting: z.boolean(),
  inMeeting: z
    .object({
      role: z.enum(["organizer", "coorganizer", "presenter", "attendee"]),
      waitsInLobby: z.boolean(),
      chat: z.enum(["enabled", "disabled", "limited"]),
    })
    .nullable(),
});

export const mailboxShape = z.object({
  person: personShape,
  mails: z.array(mailShape),
  events: z.array(mailboxEventShape),
});

export const heldMeetingShape = z.object({
  sessions: z.array(
    z.object({
      startedAt: z.string(),
      endedAt: z.string(),
      participants: z.number(),
      /** Null: none is made. */
      reportAt: z.string().nullable(),
    }),
  ),
});

export type HeldSession = z.infer<typeof heldMeetingShape>["sessions"][number];
export type MailAnswer = "accepted" | "tentativelyAccepted" | "declined";
export type AttendeeAnswer = z.infer<typeof responseShape>;
export type Mail = z.infer<typeof mailShape>;
export type MailboxEvent = z.infer<typeof mailboxEventShape>;
export type Mailbox = z.infer<typeof mailboxShape>;

/** What an organizer changes of an event; times are wall-clock times in its own zone. */
export interface EventEdit {
  subject?: string;
  isAllDay?: boolean;
  start?: string;
  end?: string;
  location?: string;
  addAttendees?: string[];
  removeAttendees?: string[];
}
