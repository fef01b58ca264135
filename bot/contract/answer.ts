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

/** Mailing lists among those invited: who is on them is not known, so they count as no people. */
export const talliedListsSchema = z.object({
  count: z.int().positive(),
  /** About how many people they reach together, as a lead said. */
  about: z.int().positive(),
  /** How many of the people who answered came by a list or a forwarded invitation. */
  members: z.int().nonnegative(),
  /** Of the only list, where an admin named it. */
  name: z.string().optional(),
});
export type TalliedLists = z.infer<typeof talliedListsSchema>;

/** How many people gave each answer; `total` is the sum of the four. */
export const tallySchema = z.object({
  accepted: z.int().nonnegative(),
  tentative: z.int().nonnegative(),
  declined: z.int().nonnegative(),
  none: z.int().nonnegative(),
  total: z.int().nonnegative(),
  /** Absent where no mailing list is invited. */
  lists: talliedListsSchema.optional(),
});
export type Tally = z.infer<typeof tallySchema>;
