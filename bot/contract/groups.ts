import { z } from "zod";

/** The caller's role in one group; `null`: not a member. */
export const groupRoleSchema = z.enum(["owner", "contributor", "member"]);
export type GroupRole = z.infer<typeof groupRoleSchema>;

export const groupChannelSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(["standard", "private", "shared"]),
});
export type GroupChannel = z.infer<typeof groupChannelSchema>;

export const groupSummarySchema = z.object({
  id: z.uuid(),
  name: z.string(),
  /** The Teams team (thread id) that the group is bound to. */
  teamId: z.string(),
  confidential: z.boolean(),
  memberCount: z.int().nonnegative(),
  myRole: groupRoleSchema.nullable(),
  /** True when the caller may schedule events for this group. */
  canSchedule: z.boolean(),
  /** True when the caller may change the group's settings. */
  canManage: z.boolean(),
  /** Where the bot can post; General first, then by name. Empty unless the caller may schedule. */
  channels: z.array(groupChannelSchema),
});
export type GroupSummary = z.infer<typeof groupSummarySchema>;

/** `PUT /api/groups/:id`, for owners and contributors; replies with the group's summary. `GET /api/groups` lists the caller's. */
export const groupChangeSchema = z.strictObject({
  /** Its events do not exist for anybody outside the group who is not invited. */
  confidential: z.boolean(),
});
export type GroupChange = z.infer<typeof groupChangeSchema>;
