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

/** With what the form for a new event of the group begins; a lead can choose otherwise each time. */
export const groupDefaultsSchema = z.object({
  /** Where its card is posted; null: in General. */
  channelIds: z.array(z.string()).nullable(),
  /** Whether it has a Teams meeting. */
  isOnline: z.boolean(),
  /** Whether people who are not invited may join by answering; null: unless the group is confidential. */
  open: z.boolean().nullable(),
  /** Whether who joins the group later is invited by themselves. */
  lateJoiners: z.boolean(),
});
export type GroupDefaults = z.infer<typeof groupDefaultsSchema>;

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
  /** Null unless the caller may schedule. */
  defaults: groupDefaultsSchema.nullable(),
});
export type GroupSummary = z.infer<typeof groupSummarySchema>;

/**
 * `PUT /api/groups/:id`, for owners and contributors; replies with the group's summary. What is not named stays as it is.
 * `GET /api/groups` lists the caller's.
 */
export const groupChangeSchema = z.strictObject({
  /** Its events do not exist for anybody outside the group who is not invited. */
  confidential: z.boolean().optional(),
  defaults: z
    .strictObject({
      channelIds: z.array(z.string().max(300)).max(1000).nullable(),
      isOnline: z.boolean(),
      open: z.boolean().nullable(),
      lateJoiners: z.boolean(),
    })
    .partial()
    .optional(),
});
export type GroupChange = z.infer<typeof groupChangeSchema>;

/** Somebody who leads a group. */
export const groupLeadSchema = z.object({
  objectId: z.string(),
  displayName: z.string(),
  role: z.enum(["owner", "contributor"]),
  /** Owner because they own the team in Teams: only there can that be changed. */
  ownsTeam: z.boolean(),
});
export type GroupLead = z.infer<typeof groupLeadSchema>;

/** `GET /api/groups/:id/leads`, for everybody in the group. */
export const groupLeadsSchema = z.object({
  /** Owners first, then by name. */
  leads: z.array(groupLeadSchema),
  /** Whether the caller may appoint others, and take that back. */
  canAppoint: z.boolean(),
});
export type GroupLeads = z.infer<typeof groupLeadsSchema>;

/**
 * `PUT /api/groups/:id/roles/:objectId`, for owners: makes a member an owner or contributor, or no lead any more. Safe to
 * repeat. Replies with those who lead the group then.
 */
export const appointSchema = z.strictObject({ role: groupRoleSchema });

/** `GET /api/groups/:id/members?search=`, for owners: members of the group by name, at most twenty, whom to appoint. */
export const foundMembersSchema = z.object({
  members: z.array(
    z.object({
      objectId: z.string(),
      displayName: z.string(),
      address: z.string().nullable(),
      role: groupRoleSchema,
    }),
  ),
  /** More fit than are listed. */
  hasMore: z.boolean(),
});
export type FoundMembers = z.infer<typeof foundMembersSchema>;

/** `GET /api/organization/groups`, for admins: every group, those that nobody owns first, then by name. */
export const overseenGroupsSchema = z.object({
  groups: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      confidential: z.boolean(),
      /** False once the app was removed from its team: nothing new can be scheduled. */
      installed: z.boolean(),
      memberCount: z.int().nonnegative(),
      owners: z.int().nonnegative(),
      contributors: z.int().nonnegative(),
    }),
  ),
});
export type OverseenGroup = z.infer<
  typeof overseenGroupsSchema
>["groups"][number];
