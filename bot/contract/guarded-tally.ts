import { z } from "zod";
import { talliedListsSchema, tallySchema } from "./answer.ts";

/** A tally of so few people that telling their answers apart would tell who gave which. */
export const smallTallySchema = z.object({
  answered: z.int().nonnegative(),
  total: z.int().nonnegative(),
  /** Absent where no mailing list is invited. */
  lists: talliedListsSchema.optional(),
});
export type SmallTally = z.infer<typeof smallTallySchema>;

/** What a reader is told: leads everything, everybody else the answers apart only where that tells of nobody. */
export const shownTallySchema = z.union([tallySchema, smallTallySchema]);
export type ShownTally = z.infer<typeof shownTallySchema>;
