import { z } from "zod";
import { isAddress } from "./addresses.ts";
import { answerSchema } from "./answer.ts";

/**
 * How far the reading of an event's attendance is.
 *
 * - `notYet`: the event is not over
 * - `waiting`: over, and no report has been read so far
 * - `read`: at least one report was read; `nextTryAt` says when the next look for further ones is, if there is one
 * - `none`: nothing was read and nothing is tried any more; `problem` says why
 */
export const attendanceStateSchema = z.enum([
  "notYet",
  "waiting",
  "read",
  "none",
]);
export type AttendanceState = z.infer<typeof attendanceStateSchema>;

/** What keeps attendance from being known, or from being whole, and what helps. */
export const attendanceProblemSchema = z.object({
  code: z.enum([
    /** The event has no Teams meeting: people in the room are ticked off by hand. */
    "noMeeting",
    /** Outlook made the event without a Teams meeting: the account lacks a licence. */
    "licenceMissing",
    "permissionMissing",
    "appPermissionMissing",
    /** Teams' policy does not name the app, or does not yet: up to 30 minutes. */
    "policyMissing",
    /** Teams does not know the meeting any more, or somebody else organized it. */
    "meetingUnknown",
    "channelMeeting",
    /** Teams made no report yet. */
    "noReportYet",
    /** Nobody joined, reports are switched off, or they are too old. */
    "noReport",
    "accountBroken",
    /** Microsoft did not answer as expected. */
    "unreachable",
  ]),
  sentence: z.string(),
  /** What helps, and who can do it; null: nothing has to be done. */
  cure: z.string().nullable(),
});
export type AttendanceProblem = z.infer<typeof attendanceProblemSchema>;

/** What people had answered: `notInvited` came without having been invited. */
export const answerBeforeSchema = z.enum([
  ...answerSchema.options,
  "notInvited",
]);
export type AnswerBefore = z.infer<typeof answerBeforeSchema>;

/** How those who came, and those who did not, come apart. */
export const attendanceBreakdownSchema = z.object({
  inMeeting: z.int().nonnegative(),
  inRoom: z.int().nonnegative(),
  /** Of those who came: who had neither accepted nor said that they might. */
  cameWithoutAnswer: z.int().nonnegative(),
  /** Accepted and did not come. */
  didNotCome: z.int().nonnegative(),
  /** Mean minutes in the meeting of those who were in it, rounded; null: nobody was. */
  averageMinutes: z.int().nonnegative().nullable(),
  /**
   * By what they had answered, each answer at most once; its `didNotCome` are those of that answer who were invited
   * and did not come.
   */
  byAnswer: z.array(
    z.object({
      answer: answerBeforeSchema,
      came: z.int().nonnegative(),
      didNotCome: z.int().nonnegative(),
    }),
  ),
});
export type AttendanceBreakdown = z.infer<typeof attendanceBreakdownSchema>;

export const attendanceCountsSchema = z.object({
  /** People who came, in the meeting or in the room, each once. */
  came: z.int().nonnegative(),
  /** Null where the caller sees no breakdown of so few. */
  breakdown: attendanceBreakdownSchema.nullable(),
});
export type AttendanceCounts = z.infer<typeof attendanceCountsSchema>;

/**
 * The thank-you card in the channels that have the event's card. `POST /api/events/:id/attendance/thanks`, without a
 * body, asks for it, and again where it failed; it replies with the attendance.
 */
export const thanksSchema = z.object({
  /** `failed`: some channels did not take it; asked for again, it goes where it has failed. */
  state: z.enum(["notYet", "offered", "sending", "sent", "failed"]),
  /** Who asked for it, and when; null: nobody has. */
  by: z.string().nullable(),
  at: z.iso.datetime().nullable(),
  /** The number it says, or would say now; null: it says none, because so few came. */
  count: z.int().nonnegative().nullable(),
  /** What it says, or would say now. */
  text: z.string(),
  /** Where it is, or would be posted. */
  channels: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      /**
       * `failed`: it is not there, and can be tried again. `unclear`: Teams did not confirm it, so it may be there or
       * not; it comes at most once and is not posted again.
       */
      state: z.enum(["toPost", "posted", "unclear", "failed"]),
      /** What keeps it from being there, or from being known to be, with what helps; null: nothing went wrong. */
      problem: z.string().nullable(),
    }),
  ),
});
export type Thanks = z.infer<typeof thanksSchema>;

/**
 * `GET /api/events/:id/attendance`, for everybody who sees the event. Numbers of fewer people than the organization's
 * smallest breakdown are kept from everybody but leads: then `counts` has no breakdown, or is null. The event's stream
 * tells when it has changed. The list is `GET /api/events/:id/attendance.csv`.
 */
export const attendanceSchema = z.object({
  state: attendanceStateSchema,
  /** Null: nothing is tried by itself any more. */
  nextTryAt: z.iso.datetime().nullable(),
  problem: attendanceProblemSchema.nullable(),
  /** The Teams meeting's sessions, one a report, earliest first. */
  sessions: z.array(
    z.object({ startedAt: z.iso.datetime(), endedAt: z.iso.datetime() }),
  ),
  /** How many people more Teams counted than it listed: view-only attendees of a very large meeting. */
  unlisted: z.int().nonnegative(),
  /** Null until something is known. */
  counts: attendanceCountsSchema.nullable(),
  /** Leads alone see these; null for everybody else. */
  forLeads: z
    .object({
      /** People can be ticked off from an hour before the event on. */
      canTick: z.boolean(),
      canDownload: z.boolean(),
      thanks: thanksSchema,
      /** Who downloaded the list, latest first, at most ten. */
      downloads: z.array(z.object({ by: z.string(), at: z.iso.datetime() })),
    })
    .nullable(),
});
export type Attendance = z.infer<typeof attendanceSchema>;

/** `didNotCome`: accepted and did not come, as in the breakdown. */
export const attendanceFilterSchema = z.enum([
  "all",
  "came",
  "cameWithoutAnswer",
  "didNotCome",
]);
export type AttendanceFilter = z.infer<typeof attendanceFilterSchema>;

export const attendancePersonSchema = z.object({
  /** Names the person in `PUT …/attendance/room`. */
  key: z.string(),
  displayName: z.string(),
  address: z.string().nullable(),
  /** `phone`: somebody who called in; `guest`: somebody of elsewhere or unknown. */
  kind: z.enum(["person", "guest", "phone"]),
  answer: answerBeforeSchema,
  inRoom: z.boolean(),
  /** Null: was not in the meeting. */
  inMeeting: z
    .object({
      firstJoinAt: z.iso.datetime(),
      lastLeaveAt: z.iso.datetime(),
      minutes: z.int().nonnegative(),
    })
    .nullable(),
});
export type AttendancePerson = z.infer<typeof attendancePersonSchema>;

/**
 * `GET /api/events/:id/attendance/people?filter=&search=&cursor=`, for leads: invited people and whoever came, by name,
 * a hundred a page.
 */
export const attendancePeopleSchema = z.object({
  people: z.array(attendancePersonSchema),
  /** How many these are in all, with the filter and the search. */
  total: z.int().nonnegative(),
  nextCursor: z.string().nullable(),
});
export type AttendancePeople = z.infer<typeof attendancePeopleSchema>;

/** `PUT /api/events/:id/attendance/room`: tick somebody off, or take the tick back. Replies with the attendance. */
export const tickRoomSchema = z.strictObject({
  key: z.string().min(1).max(400),
  inRoom: z.boolean(),
});
export type TickRoom = z.infer<typeof tickRoomSchema>;

/** `POST /api/events/:id/attendance/room`: somebody in the room who was not invited. Replies with the attendance. */
export const addToRoomSchema = z.strictObject({
  displayName: z
    .string()
    .trim()
    .min(1, "Enter the person's name.")
    .max(120, "Keep the name within 120 characters."),
  address: z
    .string()
    .trim()
    .refine(
      isAddress,
      "Type an address such as name@company.com, or leave it empty.",
    )
    .nullable(),
});
export type AddToRoom = z.infer<typeof addToRoomSchema>;
