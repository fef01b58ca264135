import { z } from "zod";

/** People who were invited by themselves, because they joined a group that the event invites. */
export const lateInvitationSchema = z.object({
  id: z.uuid(),
  groupName: z.string(),
  people: z.int().positive(),
  /** When the last of them was. */
  at: z.iso.datetime(),
});
export type LateInvitation = z.infer<typeof lateInvitationSchema>;
