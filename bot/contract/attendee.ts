import { z } from "zod";
import { answerSchema } from "./answer.ts";

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
