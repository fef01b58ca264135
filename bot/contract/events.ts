import { z } from "zod";
import { answerSchema, givenAnswerSchema } from "./answer.ts";
import { attendeeSchema } from "./attendee.ts";
import { eventCardSchema } from "./event-cards.ts";
import {
  audienceSchema,
  eventChangeSchema,
  localDateTimeSchema,
} from "./event-content.ts";
import { eventStatusSchema } from "./event-status.ts";
import { shownTallySchema } from "./guarded-tally.ts";
import { lateInvitationSchema } from "./late-invitation.ts";
import { outlookChangeSchema } from "./outlook-change.ts";
import { timelineSchema } from "./timeline.ts";
import { undoSchema } from "./undo.ts";

/** What waits between a lead's click and its mails, or could not be carried out then. */
export const heldSchema = z.object({
  /** `new`: the event itself; the others leave the event as it is until they go out. */
  kind: z.enum(["new", "change", "cancel"]),
  /** How long it can still be stopped, in milliseconds from this answer; null: it waits no more, see `problem`. */
  sendsInMs: z.int().nonnegative().nullable(),
  /** Why it could not be carried out, in a sentence. */
  problem: z.string().nullable(),
  /** Whose it is; null when that is not known. */
  by: z.string().nullable(),
  isOwn: z.boolean(),
  /** The event as it will be; of a cancellation the change that waited before it, if any; null for a new event. */
  content: eventChangeSchema.nullable(),
  /** Goes out with a cancellation. */
  message: z.string().nullable(),
});
export type Held = z.infer<typeof heldSchema>;

/** Who decided last what an event should be. */
export const lastChangeSchema = z.object({
  by: z.string(),
  isOwn: z.boolean(),
  at: z.iso.datetime(),
});
export type LastChange = z.infer<typeof lastChangeSchema>;

/** Who can run the Teams meeting of an event, and how it receives people. */
export const meetingForLeadsSchema = z.object({
  /** `failed`: not set up as it should be; `problem` says why. */
  state: z.enum(["settingUp", "ready", "failed"]),
  /** A sentence; null when nothing went wrong. */
  problem: z.string().nullable(),
  /** Names of those whom Teams confirmed as co-organizers. */
  canRun: z.array(z.string()),
  /** Names of leads for whom Teams has no place. */
  leftOut: z.array(z.string()),
  /** Who goes straight in; null before Teams confirmed it. */
  lobby: z.enum(["company", "invited"]).nullable(),
  /** Whether people can write in the meeting's chat; null before Teams confirmed it. */
  chat: z.boolean().nullable(),
});
export type MeetingForLeads = z.infer<typeof meetingForLeadsSchema>;

/**
 * The part of an event that changes while people watch it: the body of each message of
 * `GET /api/events/:id/stream` (server-sent events, event name `live`) and part of the event itself. A message named
 * `changed`, without content, tells that something changed that is no part of it, such as who came.
 */
export const eventLiveSchema = z.object({
  version: z.int(),
  status: eventStatusSchema,
  tally: shownTallySchema,
  /** The caller's own answer; null when the caller is not invited. */
  myAnswer: answerSchema.nullable(),
  /** Whether that answer was given here or on a card, so that the caller's Outlook does not show it. */
  unknownToOutlook: z.boolean(),
  /**
   * That the event was given another time, as long as the caller has to know: until they, or of leads everybody
   * invited by name, have answered again. Null: nothing of the kind.
   */
  move: z
    .object({
      /** Null when that is not known. */
      at: z.iso.datetime().nullable(),
      /** What the caller had answered to the earlier time. */
      myEarlierAnswer: givenAnswerSchema.nullable(),
    })
    .nullable(),
  progress: z.object({
    /** How many attendees have their invitation, of `total`. */
    invited: z.int().nonnegative(),
    total: z.int().nonnegative(),
    /**
     * What the work waits for; null while it goes on or is done. `pause`: nothing of it has failed, Microsoft has asked
     * the account's whole mailbox for a pause, as was known when this was read.
     */
    waitingFor: z
      .enum(["serviceAccount", "nextTry", "pause", "resume"])
      .nullable(),
    /** When the next try begins, or the pause ends; null unless `waitingFor` is `nextTry` or `pause`. */
    nextTryAt: z.iso.datetime().nullable(),
    /** The same in milliseconds from this answer, so that it does not matter what time the reader's computer has. */
    nextTryInMs: z.int().nonnegative().nullable(),
    /** A sentence about what went wrong; null when nothing did. */
    problem: z.string().nullable(),
    /** How many Outlook events carry it. */
    waves: z.int().positive(),
    /** About when the last mail goes out, by what Exchange allows; null when nothing is left, or nobody knows. */
    lastAt: z.iso.datetime().nullable(),
    /** Who has paused it; null: nobody, or the caller does not lead the group. */
    pausedBy: z.string().nullable(),
    /** Whether the caller may pause and stop what is still to be sent. */
    canPause: z.boolean(),
  }),
  meeting: z.object({
    /** `missing`: Outlook created the event without a Teams link (the account lacks a Teams licence). */
    state: z.enum(["none", "pending", "ready", "missing"]),
    joinUrl: z.string().nullable(),
    /** Null unless the caller leads the group and there is a meeting to run. */
    forLeads: meetingForLeadsSchema.nullable(),
  }),
  /**
   * Everybody invited, by name; of more than `mostLiveAttendees` nobody. Null unless the caller may see names (leads of
   * the group).
   */
  attendees: z.array(attendeeSchema).nullable(),
  /**
   * Another text once pages of a larger event's attendees may be others than before; empty where all of them are here.
   */
  attendeesMark: z.string(),
  /** The newest answers; null unless the caller may see names. */
  timeline: timelineSchema.nullable(),
  /** How many were invited because they joined a group, latest first; null unless the caller may see names. */
  lateInvitations: z.array(lateInvitationSchema).nullable(),
  /** The cards in the group's channels; null unless the caller leads the group. */
  cards: z.array(eventCardSchema).nullable(),
  /** What somebody changed in Outlook by hand; null when nothing is to be decided, or not by the caller. */
  outlookChange: outlookChangeSchema.nullable(),
  /** Null when nothing waits, or the caller does not lead the group. */
  held: heldSchema.nullable(),
  /** Null unless the caller leads the group. */
  lastChange: lastChangeSchema.nullable(),
});
export type EventLive = z.infer<typeof eventLiveSchema>;

const hostGroupSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  confidential: z.boolean(),
});

/** `GET /api/events/:id`; its `ETag` is the version in quotes. */
export const eventDetailSchema = eventLiveSchema.extend({
  id: z.uuid(),
  group: hostGroupSchema,
  /** Groups that host it together with that one, by name. */
  coHosts: z.array(hostGroupSchema),
  title: z.string(),
  /** Plain text. */
  description: z.string(),
  /** The same as HTML of `p`, `h3`, `ul`, `ol`, `li`, `strong`, `em`, `u`, `a` (with `href`) and `br`. */
  descriptionHtml: z.string(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  /** The same as wall-clock times in `timeZone`. */
  start: localDateTimeSchema,
  end: localDateTimeSchema,
  isAllDay: z.boolean(),
  timeZone: z.string(),
  isOnline: z.boolean(),
  location: z.string(),
  /** Null unless the caller may edit. */
  audience: audienceSchema.nullable(),
  /** Whether people who are not invited may add themselves by answering. */
  open: z.boolean(),
  organizer: z
    .object({ displayName: z.string(), address: z.string() })
    .nullable(),
  cancelMessage: z.string().nullable(),
  /** The caller's own calendar in Outlook on the web, on the event's day. */
  outlookUrl: z.url(),
  /** That the caller can take back the own answer; null: there is none that can be. No part of the stream. */
  undo: undoSchema.nullable(),
  permissions: z.object({
    edit: z.boolean(),
    cancel: z.boolean(),
    seeAttendees: z.boolean(),
    /** May answer: is invited, or is not and joins an open event by answering. */
    answer: z.boolean(),
  }),
});
export type EventDetail = z.infer<typeof eventDetailSchema>;

/** The reply of `POST /api/events/:id/stop` with `If-Match`. */
export const stoppedSchema = z.object({
  kind: heldSchema.shape.kind,
  /** The event as it stays; null when a new one was taken back. */
  event: eventDetailSchema.nullable(),
});
export type Stopped = z.infer<typeof stoppedSchema>;

/**
 * `PUT /api/events/:id/response`: the caller's own answer. Replies with the event; with `?view=summary` as lists show it;
 * `GET` replies the same.
 */
export const giveAnswerSchema = z.strictObject({ answer: givenAnswerSchema });
export type GiveAnswer = z.infer<typeof giveAnswerSchema>;
