import { z } from "zod";
import { addressListSchema } from "./addresses.ts";
import { answerSchema, givenAnswerSchema } from "./answer.ts";
import { shownTallySchema } from "./guarded-tally.ts";
import { lateInvitationSchema } from "./late-invitation.ts";
import { namedCountsSchema } from "./named-counts.ts";
import { outlookChangeSchema } from "./outlook-change.ts";
import { timelineSchema } from "./timeline.ts";
import { undoSchema } from "./undo.ts";

/** Most groups that host one event besides its own. */
export const maxCoHosts = 20;

/** Most channels of one event; each card is brought up to date on its own. */
export const maxChannels = 20;

/** Wall-clock time without a zone, to the minute: `2026-12-01T17:00`. */
export const localDateTimeSchema = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/,
    "Use a date and a time such as 2026-12-01T17:00.",
  );

/** Most mailing lists of one event: each is marked by hand. */
const maxLists = 500;

/** Largest mailing list that a lead can name. */
export const maxListSize = 1_000_000;

const listSizeMessage = `Say about how many people the mailing list reaches: a number from 1 to ${maxListSize.toLocaleString("en")}.`;

export const audienceSchema = z
  .object({
    /** Everybody in the group's roster. */
    group: z.boolean(),
    /**
     * Further groups that host the event, all of whose members are invited: ids of groups that the lead leads, or
     * that host it already. Absent: none.
     */
    coHosts: z
      .array(z.uuid("Choose groups of the list."))
      .max(maxCoHosts, `Choose at most ${maxCoHosts} further groups.`)
      .optional(),
    /**
     * Whether who joins an invited group later is invited by themselves, until the event begins. Absent: as it is,
     * and true for a new event.
     */
    lateJoiners: z.boolean().optional(),
    /** Typed addresses, besides the group or instead of it. */
    addresses: addressListSchema,
    /** Which of the typed addresses are mailing lists: nothing is read from the directory. Absent: none. */
    lists: z
      .array(
        z.strictObject({
          address: z.string(),
          /** About how many people it reaches. */
          about: z
            .int(listSizeMessage)
            .min(1, listSizeMessage)
            .max(maxListSize, listSizeMessage),
        }),
      )
      .max(maxLists, `Mark at most ${maxLists} mailing lists.`)
      .optional(),
  })
  .superRefine(({ addresses, lists = [] }, context) => {
    if (lists.length === 0) return;
    const typed = new Set(addresses.map((address) => address.toLowerCase()));
    const seen = new Set<string>();
    lists.forEach(({ address }, index) => {
      const key = address.toLowerCase();
      if (!typed.has(key) || seen.has(key))
        context.addIssue({
          code: "custom",
          path: ["lists", index, "address"],
          message: seen.has(key)
            ? `${address} is named twice as a mailing list.`
            : `${address} is not among the typed addresses. Type it, or take the mark away.`,
        });
      seen.add(key);
    });
  });
export type Audience = z.infer<typeof audienceSchema>;

const eventFields = {
  title: z
    .string()
    .trim()
    .min(1, "Give the event a title.")
    .max(200, "Keep the title within 200 characters."),
  /** Plain text; empty lines separate paragraphs. Where `descriptionHtml` is given it counts for nothing. */
  description: z
    .string()
    .max(8000, "Keep the description within 8,000 characters."),
  /**
   * The description with headings, lists, links and emphasis. The backend keeps what invitations can show of it,
   * written one way. Absent or null: it is plain text.
   */
  descriptionHtml: z
    .string()
    .max(100_000, "This text is too long. Paste less of it.")
    .nullish(),
  start: localDateTimeSchema,
  end: localDateTimeSchema,
  /**
   * Whole days: `start` is midnight of the first, `end` midnight after the last, as in Graph's event. Everybody
   * has them on these days of the calendar, whatever their zone. Absent: false.
   */
  isAllDay: z.boolean().optional(),
  /** IANA name such as `Europe/London`; `start` and `end` are read in it. */
  timeZone: z.string().min(1, "Choose a time zone."),
  /** Whether the event has a Teams meeting. It cannot be changed once invitations are out. */
  isOnline: z.boolean(),
  /** Room or place; may be empty. */
  location: z
    .string()
    .trim()
    .max(200, "Keep the location within 200 characters."),
  audience: audienceSchema,
  /** Whether people who see the event and are not invited may add themselves by answering. */
  open: z.boolean(),
  /** The channels of the group's team in which a card with the live tally stands. */
  channelIds: z
    .array(z.string().min(1).max(200))
    .max(maxChannels, `Choose at most ${maxChannels} channels.`),
};

/** `POST /api/events` */
export const newEventSchema = z.strictObject({
  groupId: z.uuid("Choose a group."),
  ...eventFields,
});
export type NewEvent = z.infer<typeof newEventSchema>;

/** `PUT /api/events/:id` with `If-Match`: the whole event as it should be. */
export const eventChangeSchema = z.strictObject(eventFields);
export type EventChange = z.infer<typeof eventChangeSchema>;

/** `POST /api/events/:id/cancel` with `If-Match` */
export const cancelEventSchema = z.strictObject({
  /** Goes out with the cancellation; may be empty. */
  message: z
    .string()
    .trim()
    .max(2000, "Keep the message within 2,000 characters."),
});
export type CancelEvent = z.infer<typeof cancelEventSchema>;

/**
 * - `scheduling`: stored, the invitations are not out yet
 * - `scheduled`: Outlook shows what is stored
 * - `updating`: stored, Outlook does not show the newest change yet
 * - `cancelling`, `cancelled`
 * - `failed`: given up; `progress.problem` says why
 */
export const eventStatusSchema = z.enum([
  "scheduling",
  "scheduled",
  "updating",
  "cancelling",
  "cancelled",
  "failed",
]);
export type EventStatus = z.infer<typeof eventStatusSchema>;

export const eventSummarySchema = z.object({
  id: z.uuid(),
  groupId: z.uuid(),
  groupName: z.string(),
  /** Groups that host it together with that one, by name. */
  coHosts: z.array(z.object({ id: z.uuid(), name: z.string() })),
  /** Whether one of its groups is confidential: nobody outside them who is not invited knows of it. */
  confidential: z.boolean(),
  title: z.string(),
  /** Instants in UTC. */
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  /** Whole days, which are those of `timeZone`. */
  isAllDay: z.boolean(),
  timeZone: z.string(),
  location: z.string(),
  isOnline: z.boolean(),
  status: eventStatusSchema,
  tally: shownTallySchema,
  /** The caller's own answer; null when the caller is not invited. */
  myAnswer: answerSchema.nullable(),
  /** The link to the Teams meeting of an event that is on, or begins within a day; null: none, or it is not time yet. */
  joinUrl: z.string().nullable(),
  /** How many came, once the event is over; null: not known, not yet, or too few to be told. */
  came: z.int().nonnegative().nullable(),
});
export type EventSummary = z.infer<typeof eventSummarySchema>;

/** What a list of events can be narrowed to: those that wait for the reader's answer, that the
 * reader goes or may go to, or has declined, cancelled ones, those given up. */
export const listedStateSchema = z.enum(
  ["answerOpen", "going", "declined", "cancelled", "failed"],
  "Choose one of the list's states.",
);
export type ListedState = z.infer<typeof listedStateSchema>;

/** Longest text that events are searched for. */
export const maxEventSearch = 200;

/**
 * `GET /api/events?groupId=&when=upcoming|past&search=&state=&cursor=&limit=`: upcoming ones soonest first, past ones
 * latest first; `search` is found in title, description and place; of at most 100 events, 25 where nothing is said.
 */
export const eventListSchema = z.object({
  events: z.array(eventSummarySchema),
  /** Send it back as `cursor` for the next page; null on the last one. */
  nextCursor: z.string().nullable(),
});
export type EventList = z.infer<typeof eventListSchema>;

/** Longest time whose events can be asked for at once, in days: six weeks of a month's page, in any zone. */
export const mostDaysBetween = 45;

/** `GET /api/events/between?from=&until=&groupId=&search=&state=`: what takes place between two moments, soonest first. */
export const eventsBetweenSchema = z.object({
  events: z.array(eventSummarySchema),
  /** False where there are more than one answer holds. */
  isWhole: z.boolean(),
});
export type EventsBetween = z.infer<typeof eventsBetweenSchema>;

/**
 * Most attendees that come with an event, and with each message of its stream: so many as a page of
 * `GET /api/events/:id/attendees` has. Those of larger events are asked for page by page.
 */
export const mostLiveAttendees = 100;

export const attendeeSchema = z.object({
  address: z.string(),
  displayName: z.string(),
  answer: answerSchema,
  answeredAt: z.iso.datetime().nullable(),
  /** Where the answer was given; null while there is none. */
  answeredIn: z.enum(["outlook", "tab", "card"]).nullable(),
  /** False until the invitation is out. */
  invited: z.boolean(),
  /**
   * - `added`: Outlook put them on the event (by hand, a forwarded invitation, a member of a list)
   * - `removed`: somebody took them off in Outlook by hand; a lead has not decided about it yet
   */
  outlook: z.enum(["added", "removed"]).nullable(),
  /** About how many people a mailing list reaches; null: a person. */
  listSize: z.int().positive().nullable(),
});
export type Attendee = z.infer<typeof attendeeSchema>;

/**
 * Where the card of a channel stands.
 *
 * - `waiting`: to be posted, or posted and not up to date yet; `upToDate`
 * - `messageDeleted`: somebody deleted the message; it can be posted again
 * - `appRemoved`: the app is no longer in the team or the channel
 * - `channelDeleted`, `channelArchived`: nothing can be posted there any more, or until it is opened again
 * - `botBlocked`: an administrator has switched the bot off, or it may not write there
 * - `failed`: Teams refused the card
 */
export const cardStateSchema = z.enum([
  "waiting",
  "upToDate",
  "messageDeleted",
  "appRemoved",
  "channelDeleted",
  "channelArchived",
  "botBlocked",
  "failed",
]);
export type CardState = z.infer<typeof cardStateSchema>;

export const eventCardSchema = z.object({
  channelId: z.string(),
  channelName: z.string(),
  /** The group of its team, where several host the event; null where there is but one, or none has it any more. */
  group: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  state: cardStateSchema,
  /** True when "Post again" can help. */
  canRepost: z.boolean(),
  /** Teams did not take it at the last try: when the next one begins; null else. */
  nextTryAt: z.iso.datetime().nullable(),
  /** The same in milliseconds from this answer. */
  nextTryInMs: z.int().nonnegative().nullable(),
});
export type EventCard = z.infer<typeof eventCardSchema>;

/** `POST /api/events/:id/cards`: post the card of one channel again. Replies with the event. */
export const repostCardSchema = z.strictObject({
  channelId: z.string().min(1).max(200),
});
export type RepostCard = z.infer<typeof repostCardSchema>;

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

/** The reply to an answer for who sees the event in a list. */
export const answeredSchema = z.object({
  event: eventSummarySchema,
  /** Null: it cannot be taken back. */
  undo: undoSchema.nullable(),
});
export type Answered = z.infer<typeof answeredSchema>;

/** So many people, and up to ten of them by name. */
const countedNamesSchema = z.object({
  count: z.int().nonnegative(),
  names: z.array(z.string()),
});

/** How mails go out within what Exchange allows the service account. */
export const sendingSchema = z.object({
  /** Outlook events that carry the event afterwards: more than one when it has more people than Outlook invites to one. */
  waves: z.int().nonnegative(),
  /** People whom an Outlook event takes. */
  waveSize: z.int().positive(),
  /** Of the mails that the account may send a day: how many this takes, and how many are left now. */
  recipients: z.int().nonnegative(),
  left: z.int().nonnegative(),
  perDay: z.int().positive(),
  /** How many of them go out now, and when the last one does. */
  now: z.int().nonnegative(),
  lastAt: z.iso.datetime(),
  /** Whether they share a Teams meeting. */
  isOnline: z.boolean(),
  /** How many people the Teams meeting holds, where these are more; null: it holds them all, or there is none. */
  meetingCapacity: z.int().positive().nullable(),
});
export type Sending = z.infer<typeof sendingSchema>;

/**
 * Who will be mailed: the reply of `POST /api/events/preview` (a new event),
 * `POST /api/events/:id/preview` (a change) and `POST /api/events/:id/cancel/preview`.
 */
export const mailPreviewSchema = z.object({
  /** How many people will get a mail. */
  people: z.int().nonnegative(),
  mails: z.array(
    z.object({
      kind: z.enum(["invitation", "update", "cancellation"]),
      /** Mails: a mailing list is one, whoever it reaches. */
      people: z.int().positive(),
      /** The mailing lists among them, and about how many people these reach; absent where there are none. */
      lists: z
        .object({
          count: z.int().positive(),
          about: z.int().positive(),
          /** Those that an admin named, up to ten. */
          named: z
            .array(z.object({ name: z.string(), about: z.int().positive() }))
            .optional(),
        })
        .optional(),
      /** Why these people are mailed. */
      reason: z.enum([
        "newEvent",
        "added",
        "removed",
        "changed",
        "cancelled",
        "restored",
        "sentAgain",
      ]),
      /** Up to ten of them, by name. */
      names: z.array(z.string()),
    }),
  ),
  /** Who of those to be invited is not of the organization; absent where nobody is, or it does not matter. */
  outside: z
    .object({ external: countedNamesSchema, guests: countedNamesSchema })
    .optional(),
  /** Microsoft 365 groups among those to be invited, by name: mail to them reaches only who subscribes. */
  teamGroups: z.array(z.string()).optional(),
  /** How it goes out; absent where nobody is mailed, or no account is connected. */
  sending: sendingSchema.optional(),
  /** What changes visibly, for the sentence "because time and place change". */
  changes: z.array(
    z.enum(["title", "description", "time", "location", "attendees"]),
  ),
  /** True when a new start or end asks everybody to answer again. */
  answersReset: z.boolean(),
  /** How the addresses that were named come down to people; absent where none were. */
  named: namedCountsSchema.optional(),
  /** What waits to be sent and will not be, because this takes its place; absent when nothing does. */
  replaces: heldSchema.pick({ kind: true, by: true, isOwn: true }).optional(),
});
export type MailPreview = z.infer<typeof mailPreviewSchema>;
