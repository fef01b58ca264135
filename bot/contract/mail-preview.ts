import { z } from "zod";
import { heldSchema } from "./events.ts";
import { namedCountsSchema } from "./named-counts.ts";

/** So many people, and up to ten of them by name. */
const countedNamesSchema = z.object({
  count: z.int().nonnegative(),
  names: z.array(z.string()),
});

/** How mails go out within what Exchange allows the service account. */
export const sendingSchema = z.object({
  /** Outlook events that carry the event afterwards: more than one when it has more people than Outlook invites to one. */
  waves: z.int().nonnegative(),
  /** People whom an Outlook event takes. */
  waveSize: z.int().positive(),
  /** Of the mails that the account may send a day: how many this takes, and how many are left now. */
  recipients: z.int().nonnegative(),
  left: z.int().nonnegative(),
  perDay: z.int().positive(),
  /** How many of them go out now, and when the last one does. */
  now: z.int().nonnegative(),
  lastAt: z.iso.datetime(),
  /** Whether they share a Teams meeting. */
  isOnline: z.boolean(),
  /** How many people the Teams meeting holds, where these are more; null: it holds them all, or there is none. */
  meetingCapacity: z.int().positive().nullable(),
});
export type Sending = z.infer<typeof sendingSchema>;

/** How many of those to be mailed a preview names: a few of each kind, or all. */
export const previewQuerySchema = z.object({
  names: z
    .literal("all", "Ask for names=all, or leave it out.")
    .nullable()
    .transform((names) => names ?? "few"),
});
export type PreviewNames = z.infer<typeof previewQuerySchema>["names"];

/**
 * Who will be mailed: the reply of `POST /api/events/preview` (a new event),
 * `POST /api/events/:id/preview` (a change) and `POST /api/events/:id/cancel/preview`.
 */
export const mailPreviewSchema = z.object({
  /** How many people will get a mail. */
  people: z.int().nonnegative(),
  mails: z.array(
    z.object({
      kind: z.enum(["invitation", "update", "cancellation"]),
      /** Mails: a mailing list is one, whoever it reaches. */
      people: z.int().positive(),
      /** The mailing lists among them, and about how many people these reach; absent where there are none. */
      lists: z
        .object({
          count: z.int().positive(),
          about: z.int().positive(),
          /** Those that an admin named, up to ten. */
          named: z
            .array(z.object({ name: z.string(), about: z.int().positive() }))
            .optional(),
        })
        .optional(),
      /** Why these people are mailed. */
      reason: z.enum([
        "newEvent",
        "added",
        "removed",
        "changed",
        "cancelled",
        "restored",
        "sentAgain",
      ]),
      /** Up to ten of them, by name. */
      names: z.array(z.string()),
      /** All of them, where `names=all` asks for it and whoever asks may know them; as many as `people`. */
      who: z
        .array(z.object({ name: z.string(), address: z.string() }))
        .optional(),
    }),
  ),
  /** Who of those to be invited is not of the organization; absent where nobody is, or it does not matter. */
  outside: z
    .object({ external: countedNamesSchema, guests: countedNamesSchema })
    .optional(),
  /** Microsoft 365 groups among those to be invited, by name: mail to them reaches only who subscribes. */
  teamGroups: z.array(z.string()).optional(),
  /** How it goes out; absent where nobody is mailed, or no account is connected. */
  sending: sendingSchema.optional(),
  /** What changes visibly, for the sentence "because time and place change". */
  changes: z.array(
    z.enum(["title", "description", "time", "location", "attendees"]),
  ),
  /** True when a new start or end asks everybody to answer again. */
  answersReset: z.boolean(),
  /** How the addresses that were named come down to people; absent where none were. */
  named: namedCountsSchema.optional(),
  /** What waits to be sent and will not be, because this takes its place; absent when nothing does. */
  replaces: heldSchema.pick({ kind: true, by: true, isOwn: true }).optional(),
});
export type MailPreview = z.infer<typeof mailPreviewSchema>;
