import { z } from "zod";

/**
 * What somebody changed on the service account's calendar by hand and no lead has decided about yet. Null: that
 * part is as it is here.
 *
 * - `edited`: Outlook shows another title, time or location
 * - `deleted`: the event was deleted or cancelled there
 */
export const outlookChangeSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("edited"),
    seenAt: z.iso.datetime(),
    title: z.string().nullable(),
    time: z
      .object({
        startsAt: z.iso.datetime(),
        endsAt: z.iso.datetime(),
        isAllDay: z.boolean(),
      })
      .nullable(),
    location: z.string().nullable(),
  }),
  z.object({ kind: z.literal("deleted"), seenAt: z.iso.datetime() }),
]);
export type OutlookChangeView = z.infer<typeof outlookChangeSchema>;

/**
 * `POST /api/events/:id/outlook-change` with `If-Match`, and `…/preview` for who would be mailed. Replies with
 * the event.
 *
 * - of an edited event: `keep` Outlook's version, or `restore` ours
 * - of a deleted one: `cancel` it here, or `sendAgain` as a new invitation
 */
export const decideOutlookChangeSchema = z.strictObject({
  choice: z.enum(
    ["keep", "restore", "cancel", "sendAgain"],
    "Choose keep, restore, cancel or sendAgain.",
  ),
});
export type OutlookChoice = z.infer<typeof decideOutlookChangeSchema>["choice"];

/**
 * `POST /api/events/:id/removed-attendee` with `If-Match`: about somebody whom somebody took off in Outlook.
 * `leaveOut` mails nobody; `inviteAgain` mails that person. Replies with the event.
 */
export const decideRemovedAttendeeSchema = z.strictObject({
  address: z.string().min(1).max(320),
  choice: z.enum(
    ["leaveOut", "inviteAgain"],
    "Choose leaveOut or inviteAgain.",
  ),
});
export type DecideRemovedAttendee = z.infer<typeof decideRemovedAttendeeSchema>;
