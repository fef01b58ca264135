import { z } from "zod";

/** Work that ran out of tries, as admins read it: no titles of confidential events, no codes, no addresses. */
const stoppedWorkSchema = z.object({
  id: z.string(),
  /** What it was, such as `Invitations of “Lunch and learn” (Women at Contoso)`. */
  what: z.string(),
  /** Why it stopped, and what to do: sentences. */
  why: z.string(),
  since: z.iso.datetime(),
  /** How often it was tried. */
  attempts: z.int().positive(),
  /** `retrying`: somebody has started it again, and it has not ended yet. */
  state: z.enum(["stopped", "retrying"]),
  canRetry: z.boolean(),
  /** Where nothing is lost but this entry, or nothing that matters. */
  canForget: z.boolean(),
});
export type StoppedWork = z.infer<typeof stoppedWorkSchema>;

export const stoppedWorkListSchema = z.object({
  /** Newest first. */
  work: z.array(stoppedWorkSchema),
});
export type StoppedWorkList = z.infer<typeof stoppedWorkListSchema>;
