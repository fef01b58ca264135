import { z } from "zod";

/**
 * Where the connection stands.
 *
 * - `connected`: everything that invitations need works
 * - `degraded`: invitations go out, but something smaller is missing
 * - `broken`: nothing can be sent; what is scheduled waits
 */
export const connectionStateSchema = z.enum([
  "notConnected",
  "connected",
  "degraded",
  "broken",
]);
export type ConnectionState = z.infer<typeof connectionStateSchema>;

/** Which guide helps: it is shown step by step beside the problem. */
export const cureGuideSchema = z.enum([
  /** Connect again. */
  "connect",
  /** Plan, licence, verify the mailbox, check again. */
  "licence",
  /** The three ways through "Need admin approval". */
  "approval",
  /** Something in the backend's configuration, for who runs it. */
  "operator",
  /** Nothing to do but wait. */
  "wait",
]);
export type CureGuide = z.infer<typeof cureGuideSchema>;

export const accountCheckSchema = z.object({
  /** In the order in which they are shown. */
  name: z.enum([
    "signIn",
    "account",
    "organization",
    "permissions",
    "mailbox",
    "teamsMeetings",
    "answers",
    "clock",
    "attendance",
    "secrets",
  ]),
  /** `warning`: works, but not all of it, or not for much longer; `unknown`: could not be found out. */
  state: z.enum(["ok", "warning", "problem", "unknown"]),
  /** What was found, in a sentence. */
  sentence: z.string(),
  /** What to do; null when there is nothing. */
  cure: z.string().nullable(),
});
export type AccountCheck = z.infer<typeof accountCheckSchema>;

const signInOutcomeSchema = z.enum([
  "connected",
  "wrongAccount",
  /** Cancelled, or stopped by "Need admin approval": Entra reports both in the same way. */
  "denied",
  /** Entra said that an administrator has to approve. */
  "approvalNeeded",
  "failed",
  "expired",
  /** By an administrator, in the tab. */
  "discarded",
]);

/** The newest sign-in that the calling admin began. */
export const signInViewSchema = z.discriminatedUnion("state", [
  /** The link has not been opened, or the person is at Microsoft's sign-in page. */
  z.object({
    state: z.literal("open"),
    id: z.uuid(),
    opened: z.boolean(),
    expiresAt: z.iso.datetime(),
  }),
  /** The expected account has signed in; nothing takes effect before the admin confirms it. */
  z.object({
    state: z.literal("toConfirm"),
    id: z.uuid(),
    came: z.object({ upn: z.string(), displayName: z.string() }),
    /** What changes by confirming, where it is more than that the account is connected. */
    consequence: z.string().nullable(),
    expiresAt: z.iso.datetime(),
  }),
  z.object({
    state: z.literal("ended"),
    id: z.uuid(),
    outcome: signInOutcomeSchema,
    /** What happened and what to do, in plain sentences. */
    message: z.string(),
    at: z.iso.datetime(),
  }),
]);
export type SignInView = z.infer<typeof signInViewSchema>;

export const attendanceAccessSchema = z.enum(["delegated", "appOnly"]);
export type AttendanceAccess = z.infer<typeof attendanceAccessSchema>;

/** `GET /api/accounts`: the service account as admins see it. */
export const serviceAccountViewSchema = z.object({
  /** The account that the configuration expects (SERVICE_ACCOUNT_UPN). */
  expectedUpn: z.string(),
  state: connectionStateSchema,
  /** Present unless `state` is `notConnected`. */
  account: z
    .object({
      id: z.uuid(),
      upn: z.string(),
      displayName: z.string(),
      connectedAt: z.iso.datetime(),
      connectedBy: z.string(),
    })
    .nullable(),
  /** What is wrong and its cure; null when nothing is. */
  problem: z
    .object({
      /** Stable, for programs. */
      code: z.string(),
      sentence: z.string(),
      cure: z.string(),
      guide: cureGuideSchema,
      since: z.iso.datetime(),
    })
    .nullable(),
  /** Empty while not connected. */
  checks: z.array(accountCheckSchema),
  /** When they were made; null before the first time. */
  checkedAt: z.iso.datetime().nullable(),
  nextCheckAt: z.iso.datetime().nullable(),
  /** True when every check that invitations need is `ok`: the set-up is complete. */
  setUpComplete: z.boolean(),
  signIn: signInViewSchema.nullable(),
  /** Another admin's sign-in that is open right now. */
  othersSignIn: z
    .object({ begunBy: z.string(), expiresAt: z.iso.datetime() })
    .nullable(),
  approval: z.object({
    /** When an admin came back from the tenant-wide link having accepted; null: never. */
    adminConsentAt: z.iso.datetime().nullable(),
    /** How the last visit to the tenant-wide link ended otherwise; null when it did not. */
    adminConsentProblem: z.string().nullable(),
    /** Set when a grant was noticed that lets the app act for others than the service account. */
    grantForEverybody: z.string().nullable(),
  }),
  attendance: z.object({
    access: attendanceAccessSchema,
    state: accountCheckSchema.shape.state,
    sentence: z.string(),
    cure: z.string().nullable(),
    /** PowerShell with which an admin lets the app itself read attendance, filled in. */
    appOnlyScript: z.string(),
  }),
  /** Whom the bot tells when the connection breaks; names only. */
  admins: z.object({
    reachable: z.array(z.string()),
    unreachable: z.array(z.string()),
  }),
  /** Accounts of earlier that still organize events of theirs. */
  earlier: z.array(
    z.object({
      id: z.uuid(),
      upn: z.string(),
      state: connectionStateSchema,
      /** What is wrong with it and the cure; null when nothing is. */
      problem: z.string().nullable(),
      upcomingEvents: z.int().nonnegative(),
    }),
  ),
});
export type ServiceAccountView = z.infer<typeof serviceAccountViewSchema>;

/** `POST /api/accounts/connect` answers where the service account signs in; it opens once, within ten minutes. */
export const connectTicketSchema = z.object({ signInUrl: z.url() });
export type ConnectTicket = z.infer<typeof connectTicketSchema>;

/*
 * `POST /api/accounts/sign-ins/:id/confirm` lets a sign-in take effect, `DELETE /api/accounts/sign-ins/:id` throws it
 * away, `POST /api/accounts/check` makes every check now, `DELETE /api/accounts/:id` disconnects: all four answer the
 * account as it is then (ServiceAccountView). Only who began a sign-in may confirm it.
 */

/** `POST /api/accounts/admin-consent`: the tenant-wide link, for an admin of Entra; it counts once, within a day. */
export const adminConsentLinkSchema = z.object({ url: z.url() });
export type AdminConsentLink = z.infer<typeof adminConsentLinkSchema>;

/** `PUT /api/accounts/attendance`: who reads attendance; answers the account as it is then. */
export const attendanceChoiceSchema = z.strictObject({
  access: attendanceAccessSchema,
});
export type AttendanceChoice = z.infer<typeof attendanceChoiceSchema>;

/** `GET /api/accounts/it-details`: what an IT department asks for, filled in. */
export const itDetailsSchema = z.object({
  clientId: z.string(),
  botId: z.string(),
  tenantId: z.string(),
  serviceAccountUpn: z.string(),
  /** To be registered with the app registration, type Web. */
  redirectAddresses: z.array(z.url()),
  /** What Microsoft calls from outside. */
  incomingAddresses: z.array(z.object({ url: z.url(), whatFor: z.string() })),
  /** What the backend calls; they follow the configuration, so a national cloud shows its own. */
  outgoingAddresses: z.array(
    z.object({ url: z.string(), whatFor: z.string() }),
  ),
  /** Ready to run for an admin of Entra; each grants to the service account alone. */
  grantScripts: z.object({ powerShell: z.string(), cli: z.string() }),
  /** Exchange Online: keeps application permissions, should any be granted, to the one mailbox. */
  limitMailboxScript: z.string(),
  /** Secrets and certificates with their end, where it is known (ISO date). */
  credentials: z.array(
    z.object({ name: z.string(), expiresOn: z.iso.date().nullable() }),
  ),
});
export type ItDetails = z.infer<typeof itDetailsSchema>;
