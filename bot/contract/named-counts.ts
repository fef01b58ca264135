import { z } from "zod";

/** How the addresses that a lead named come down to people: part of what is shown before anything is sent. */
export const namedCountsSchema = z.object({
  /** The people and mailing lists whom they name. */
  people: z.int().nonnegative(),
  /** Addresses that name somebody once more: in other letters, or by a sign-in name that a roster told. */
  doubles: z.int().nonnegative(),
  /** Of the people, those who are invited with the group anyway. */
  inGroup: z.int().nonnegative(),
  /** Of the people whom a change adds, those who are invited already (they joined, or got it forwarded). */
  invited: z.int().nonnegative(),
  /** True where the service account is among them, which organizes the event and gets no invitation. */
  organizer: z.literal(true).optional(),
});
export type NamedCounts = z.infer<typeof namedCountsSchema>;
