import { z } from "zod";

/** What an attendee can say. `none` means: invited, not answered yet. */
export const answerSchema = z.enum([
  "accepted",
  "tentative",
  "declined",
  "none",
]);
export type Answer = z.infer<typeof answerSchema>;

/** An answer that a person gives: everything but `none`. */
export const givenAnswerSchema = z.enum(["accepted", "tentative", "declined"]);
export type GivenAnswer = z.infer<typeof givenAnswerSchema>;

/** How many attendees gave each answer; `total` is the sum of the four. */
export const tallySchema = z.object({
  accepted: z.int().nonnegative(),
  tentative: z.int().nonnegative(),
  declined: z.int().nonnegative(),
  none: z.int().nonnegative(),
  total: z.int().nonnegative(),
});
export type Tally = z.infer<typeof tallySchema>;
