import { z } from "zod";
import { givenAnswerSchema } from "./answer.ts";

/** Answers of one page of the timeline. */
export const timelinePageSize = 50;

/** An answer as it arrived. */
export const timelineEntrySchema = z.object({
  /** A number in the order of arrival, later ones are larger. */
  id: z.string().regex(/^\d{1,18}$/),
  address: z.string(),
  displayName: z.string(),
  answer: givenAnswerSchema,
  /** What the same person had answered to the same schedule before; null: nothing. */
  replaced: givenAnswerSchema.nullable(),
  /** When the person gave it; the order is that of arrival. */
  answeredAt: z.iso.datetime(),
  answeredIn: z.enum(["outlook", "tab", "card"]),
  /** True when it was for an earlier schedule: the event has been moved since. */
  isVoid: z.boolean(),
  /** True when the person has taken it back. */
  isTakenBack: z.boolean(),
});
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;

/**
 * `GET /api/events/:id/answers?cursor=&answer=`: answers of those invited, the newest first; with `answer`
 * only those that say so. The first page is part of the event and of its stream.
 */
export const timelineSchema = z.object({
  answers: z.array(timelineEntrySchema),
  /** Send it back as `cursor` for older ones; null when there are none. */
  nextCursor: z.string().nullable(),
});
export type Timeline = z.infer<typeof timelineSchema>;
