import { z } from "zod";
import type { Answer } from "./answer.ts";
import { attendeeSchema } from "./attendee.ts";

/** Attendees of one page. */
export const attendeePageSize = 100;

/** Longest text that attendees are searched for. */
export const maxAttendeeSearch = 200;

/** In which order attendees come: by name; by answer, those who are going first; by when they answered, the latest first. */
export const attendeeOrderSchema = z.enum(
  ["name", "answer", "answered"],
  "Choose one of the orders.",
);
export type AttendeeOrder = z.infer<typeof attendeeOrderSchema>;

/** What is looked for among the attendees of an event. */
export interface AttendeeQuery {
  /** Stands in name or address, whatever the case; empty: everybody. */
  search: string;
  /** Null: every answer. Mailing lists have none, so they are found with null alone. */
  answer: Answer | null;
  order: AttendeeOrder;
}

/**
 * `GET /api/events/:id/attendees?search=&answer=&order=&from=`, for leads: those invited who fit, from the so-manieth
 * on. About whom a lead has to decide comes first, in each order.
 */
export const foundAttendeesSchema = z.object({
  /** A page of them at most. */
  attendees: z.array(attendeeSchema),
  /** How many there are. */
  count: z.int().nonnegative(),
});
export type FoundAttendees = z.infer<typeof foundAttendeesSchema>;

/** `GET /api/events/:id/answers/downloads`, for leads: who took the answers along as a file (`answers.csv`), latest first. */
export const answerDownloadsSchema = z.object({
  /** Whether the caller may. */
  canDownload: z.boolean(),
  downloads: z.array(z.object({ by: z.string(), at: z.iso.datetime() })),
});
export type AnswerDownloads = z.infer<typeof answerDownloadsSchema>;
