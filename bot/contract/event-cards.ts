import { z } from "zod";

/**
 * Where the card of a channel stands.
 *
 * - `waiting`: to be posted, or posted and not up to date yet; `upToDate`
 * - `messageDeleted`: somebody deleted the message; it can be posted again
 * - `appRemoved`: the app is no longer in the team or the channel
 * - `channelDeleted`, `channelArchived`: nothing can be posted there any more, or until it is opened again
 * - `botBlocked`: an administrator has switched the bot off, or it may not write there
 * - `failed`: Teams refused the card
 */
export const cardStateSchema = z.enum([
  "waiting",
  "upToDate",
  "messageDeleted",
  "appRemoved",
  "channelDeleted",
  "channelArchived",
  "botBlocked",
  "failed",
]);
export type CardState = z.infer<typeof cardStateSchema>;

export const eventCardSchema = z.object({
  channelId: z.string(),
  channelName: z.string(),
  /** The group of its team, where several host the event; null where there is but one, or none has it any more. */
  group: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  state: cardStateSchema,
  /** True when "Post again" can help. */
  canRepost: z.boolean(),
  /** Teams did not take it at the last try: when the next one begins; null else. */
  nextTryAt: z.iso.datetime().nullable(),
  /** The same in milliseconds from this answer. */
  nextTryInMs: z.int().nonnegative().nullable(),
});
export type EventCard = z.infer<typeof eventCardSchema>;

/** `POST /api/events/:id/cards`: post the card of one channel again. Replies with the event. */
export const repostCardSchema = z.strictObject({
  channelId: z.string().min(1).max(200),
});
export type RepostCard = z.infer<typeof repostCardSchema>;
