import { z } from "zod";
import { answerSchema } from "./answer.ts";
import { eventStatusSchema } from "./event-status.ts";
import { shownTallySchema } from "./guarded-tally.ts";
import { undoSchema } from "./undo.ts";

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

/** The reply to an answer for who sees the event in a list. */
export const answeredSchema = z.object({
  event: eventSummarySchema,
  /** Null: it cannot be taken back. */
  undo: undoSchema.nullable(),
});
export type Answered = z.infer<typeof answeredSchema>;
