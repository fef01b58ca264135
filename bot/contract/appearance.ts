import { z } from "zod";
import { maxAddresses, maxAddressLength } from "./addresses.ts";
import {
  localDateTimeSchema,
  maxCoHosts,
  maxListSize,
} from "./event-content.ts";

/** Of more addresses than these the preview is told the number alone: it asks with every pause in typing. */
export const mostPreviewedAddresses = 200;

const addressSchema = z.string().max(maxAddressLength);

/** Whom a new event would invite, besides further groups that host it. */
const previewedAudienceSchema = z.strictObject({
  group: z.boolean(),
  addresses: z.array(addressSchema).max(mostPreviewedAddresses),
  /** How many addresses there are besides these; each counts as a person. */
  moreAddresses: z.int().nonnegative().max(maxAddresses),
  lists: z
    .array(
      z.strictObject({
        address: addressSchema,
        about: z.int().positive().max(maxListSize),
      }),
    )
    .max(mostPreviewedAddresses),
});
export type PreviewedAudience = z.infer<typeof previewedAudienceSchema>;

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
  /** For the tally of a new event; one that is there has its own. */
  audience: previewedAudienceSchema,
});
export type AppearanceRequest = z.infer<typeof appearanceRequestSchema>;

export const appearanceSchema = z.object({
  /** The Adaptive Card for everybody in the channels. */
  card: z.record(z.string(), z.unknown()),
  /** Our part of the invitation's body: canonical HTML of a description. */
  invitationHtml: z.string(),
});
export type Appearance = z.infer<typeof appearanceSchema>;
