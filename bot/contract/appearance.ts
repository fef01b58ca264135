import { z } from "zod";
import { localDateTimeSchema, maxCoHosts } from "./events.ts";

/** `POST /api/events/appearance`: how an event would look to people, while its form is being filled in. Nothing is stored. */
export const appearanceRequestSchema = z.strictObject({
  groupId: z.uuid(),
  /** The event that is changed; null: a new one. */
  eventId: z.uuid().nullable(),
  /** May be empty yet. */
  title: z.string().max(200),
  descriptionHtml: z.string().max(100_000),
  start: localDateTimeSchema,
  end: localDateTimeSchema,
  isAllDay: z.boolean(),
  timeZone: z.string().min(1),
  isOnline: z.boolean(),
  location: z.string().max(200),
  coHosts: z.array(z.uuid()).max(maxCoHosts),
  open: z.boolean(),
  /** About how many people would be invited, for a new event's tally. */
  people: z.int().nonnegative(),
});
export type AppearanceRequest = z.infer<typeof appearanceRequestSchema>;

export const appearanceSchema = z.object({
  /** The Adaptive Card for everybody in the channels. */
  card: z.record(z.string(), z.unknown()),
  /** Our part of the invitation's body: canonical HTML of a description. */
  invitationHtml: z.string(),
});
export type Appearance = z.infer<typeof appearanceSchema>;
