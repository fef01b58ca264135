import { z } from "zod";
import { addressListSchema } from "./addresses.ts";
import { audienceSchema } from "./event-content.ts";

/** `POST /api/audience/check`: what would become of addresses in the form for an event. Stores nothing. */
export const audienceCheckSchema = z.strictObject({
  groupId: z.uuid("Choose a group."),
  /** The event that is changed; null: a new one. */
  eventId: z.uuid("This is not an event.").nullable(),
  /** Who is chosen so far. */
  audience: audienceSchema,
  /** Who would be added. */
  addresses: addressListSchema,
});
export type AudienceCheck = z.infer<typeof audienceCheckSchema>;

/** The reply. Lists have places in `addresses`, each address in one of them at most; in none are new people. */
export const checkedAudienceSchema = z.object({
  /** They name somebody who is chosen by another address, or stands earlier in the list. */
  doubles: z.array(z.int().nonnegative()),
  /** They are invited with the group. */
  inGroup: z.array(z.int().nonnegative()),
  /** They are invited to the event already. */
  invited: z.array(z.int().nonnegative()),
  /** Of the new people, those who are not of the organization, as far as can be told. */
  outside: z.array(z.int().nonnegative()),
  /** What the organization wants to become of these. */
  outsidePolicy: z.enum(["allow", "warn", "refuse"]),
});
export type CheckedAudience = z.infer<typeof checkedAudienceSchema>;
