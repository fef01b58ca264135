import { z } from "zod";
import { maxListSize } from "./event-content.ts";

/**
 * - `list`: a distribution list or a mail-enabled security group: its mail reaches every member
 * - `teamGroup`: a Microsoft 365 group, such as that of a team: its mail reaches only those who subscribe to it
 */
export const mailingListKindSchema = z.enum(
  ["list", "teamGroup"],
  "Say what kind of list it is.",
);
export type MailingListKind = z.infer<typeof mailingListKindSchema>;

const sizeMessage = `Say about how many people it reaches: a number from 1 to ${maxListSize.toLocaleString("en")}.`;

/** `POST /api/mailing-lists`, and `PUT /api/mailing-lists/:id` with `If-Match`; both answer `mailingListsSchema`. */
export const wantedMailingListSchema = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, "Give the mailing list a name.")
    .max(100, "Keep the name within 100 characters."),
  address: z
    .string()
    .trim()
    .max(320, "This address is too long.")
    .pipe(
      z.email("This is not an e-mail address. Write it like name@company.com."),
    ),
  about: z.int(sizeMessage).min(1, sizeMessage).max(maxListSize, sizeMessage),
  kind: mailingListKindSchema,
});
export type WantedMailingList = z.infer<typeof wantedMailingListSchema>;

export const mailingListSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  /** Lower case. */
  address: z.string(),
  /** How many people it reaches, about. */
  about: z.int().positive(),
  kind: mailingListKindSchema,
  /** Send it back as `If-Match` with a change. */
  version: z.int(),
  /** Who said last what it is, and when; null unless the caller is an admin. */
  changed: z.object({ by: z.string(), at: z.iso.datetime() }).nullable(),
});
export type MailingList = z.infer<typeof mailingListSchema>;

/** `GET /api/mailing-lists`, for leads and admins, by name; so do POST, PUT and DELETE answer, for admins. */
export const mailingListsSchema = z.object({
  lists: z.array(mailingListSchema),
});
export type MailingLists = z.infer<typeof mailingListsSchema>;

/** What becomes of people outside the organization: nothing, a warning to the lead, or a refusal. */
export const externalPolicySchema = z.enum(
  ["allow", "warn", "refuse"],
  "Choose what becomes of people outside your company.",
);
export type ExternalPolicy = z.infer<typeof externalPolicySchema>;

const capacityMessage =
  "Say how many people a meeting holds: a number from 1 to 100,000.";
const breakdownMessage =
  "Say from how many people on answers are broken down: a number from 1 to 1,000.";
const domainMessage = "This is not a mail domain. Write it like company.com.";

/** `PUT /api/audience-settings` with `If-Match`, for admins; answers `audienceSettingsSchema`. */
export const wantedAudienceSettingsSchema = z.strictObject({
  /** Mail domains, each with its subdomains; empty: that of the service account. */
  ownDomains: z
    .array(
      z
        .string()
        .trim()
        .toLowerCase()
        .max(253, domainMessage)
        .regex(
          /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u,
          domainMessage,
        ),
    )
    .max(500, "Name at most 500 domains."),
  externalPolicy: externalPolicySchema,
  meetingCapacity: z
    .int(capacityMessage)
    .min(1, capacityMessage)
    .max(100_000, capacityMessage),
  smallestBreakdown: z
    .int(breakdownMessage)
    .min(1, breakdownMessage)
    .max(1_000, breakdownMessage),
});
export type WantedAudienceSettings = z.infer<
  typeof wantedAudienceSettingsSchema
>;

/** `GET /api/audience-settings`, for admins; its `ETag` is the version in quotes. */
export const audienceSettingsSchema = z.object({
  /** As they count: those that an admin named, else the service account's. */
  ownDomains: z.array(z.string()),
  /** Whether an admin named them. */
  domainsNamed: z.boolean(),
  externalPolicy: externalPolicySchema,
  meetingCapacity: z.int().positive(),
  smallestBreakdown: z.int().positive(),
  version: z.int(),
});
export type AudienceSettingsView = z.infer<typeof audienceSettingsSchema>;
