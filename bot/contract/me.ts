import { z } from "zod";
import { connectionStateSchema } from "./accounts.ts";
import { groupSummarySchema } from "./groups.ts";

/** `GET /api/me`: who is calling and what they can do. */
export const meSchema = z.object({
  objectId: z.string(),
  displayName: z.string(),
  isAdmin: z.boolean(),
  /** The groups the caller belongs to, by name. */
  groups: z.array(groupSummarySchema),
  /** Whether invitations can go out at all. */
  serviceAccount: connectionStateSchema,
  /** What leads and admins should know of it, in a sentence; null when there is nothing, and for everybody else. */
  serviceAccountNotice: z.string().nullable(),
});
export type Me = z.infer<typeof meSchema>;
