import { z } from "zod";

/** Entries of one page of the history. */
export const historyPageSize = 30;

const whenSchema = z.object({
  /** Instants in UTC. */
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  isAllDay: z.boolean(),
  timeZone: z.string(),
});

/** What became of one part of an event. */
export const historyChangeSchema = z.discriminatedUnion("field", [
  /** Of a description whose formatting alone changed both texts are the same. */
  z.object({
    field: z.enum(["title", "description", "location"]),
    from: z.string(),
    to: z.string(),
  }),
  z.object({
    field: z.literal("time"),
    from: whenSchema,
    /** Null: Outlook told no time that can be read. */
    to: whenSchema.nullable(),
  }),
  /** Who they are is nobody's business afterwards. */
  z.object({
    field: z.literal("people"),
    added: z.int().nonnegative(),
    removed: z.int().nonnegative(),
  }),
  /** By name. */
  z.object({
    field: z.literal("channels"),
    from: z.array(z.string()),
    to: z.array(z.string()),
  }),
  /** Whether others may join. */
  z.object({ field: z.literal("open"), to: z.boolean() }),
  /** Whether the whole of its own group is invited. */
  z.object({ field: z.literal("wholeGroup"), to: z.boolean() }),
  /** Groups besides its own that are invited, by name; null: one of which the reader is told no name. */
  z.object({
    field: z.literal("coHosts"),
    added: z.array(z.string().nullable()),
    removed: z.array(z.string().nullable()),
  }),
  /** Whether who joins an invited group later is invited. */
  z.object({ field: z.literal("lateJoiners"), to: z.boolean() }),
  /** Whether it has a Teams meeting, which can change only before anything is sent. */
  z.object({ field: z.literal("meeting"), to: z.boolean() }),
]);
export type HistoryChange = z.infer<typeof historyChangeSchema>;

/**
 * What happened to an event.
 *
 * - `scheduled`, `changed`, `cancelled`: a lead decided it; `sent`: Outlook showed all of it from then on
 * - `changeStopped`, `cancelStopped`: a lead stopped it before it went out
 * - `paused`, `resumed`, `invitingStopped`: what was still to be sent
 * - `changedInOutlook`, `deletedInOutlook`: somebody did it on the service account's calendar by hand
 * - `keptOutlook`, `restored`, `sentAgain`: what a lead decided about that
 */
export const historyKindSchema = z.enum([
  "scheduled",
  "changed",
  "cancelled",
  "sent",
  "changeStopped",
  "cancelStopped",
  "paused",
  "resumed",
  "invitingStopped",
  "changedInOutlook",
  "deletedInOutlook",
  "keptOutlook",
  "restored",
  "sentAgain",
]);
export type HistoryKind = z.infer<typeof historyKindSchema>;

export const historyEntrySchema = z.object({
  /** A number in the order in which it happened, later ones are larger. */
  id: z.string().regex(/^\d{1,18}$/),
  kind: historyKindSchema,
  /** Which lead; null: none, or it is not known. */
  by: z.string().nullable(),
  isOwn: z.boolean(),
  at: z.iso.datetime(),
  changes: z.array(historyChangeSchema),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

/** `GET /api/events/:id/history?cursor=`, for leads: what happened to the event, the newest first. */
export const eventHistorySchema = z.object({
  entries: z.array(historyEntrySchema),
  /** Send it back as `cursor` for older ones; null when there are none. */
  nextCursor: z.string().nullable(),
});
export type EventHistory = z.infer<typeof eventHistorySchema>;
