import { z } from "zod";

/** `GET /api/accounts`: the service account as admins see it. */
export const serviceAccountViewSchema = z.object({
  /** The account that the configuration expects (SERVICE_ACCOUNT_UPN). */
  expectedUpn: z.string(),
  state: z.enum(["notConnected", "connected", "broken"]),
  /** Present unless `state` is `notConnected`. */
  account: z
    .object({
      upn: z.string(),
      displayName: z.string(),
      connectedAt: z.iso.datetime(),
      connectedBy: z.string(),
      scopes: z.array(z.string()),
      /** True when Graph says that the mailbox can create Teams meetings. */
      teamsMeetings: z.enum(["available", "unavailable", "unknown"]),
    })
    .nullable(),
  /** What is wrong and its cure, one sentence each; null when nothing is. */
  problem: z.object({ code: z.string(), message: z.string() }).nullable(),
  /** How the last sign-in of the calling admin ended; null when there was none, or it is still open. */
  lastSignIn: z
    .object({
      outcome: z.enum([
        "connected",
        "wrongAccount",
        "denied",
        "failed",
        "expired",
      ]),
      message: z.string(),
      at: z.iso.datetime(),
    })
    .nullable(),
});
export type ServiceAccountView = z.infer<typeof serviceAccountViewSchema>;

/** `POST /api/accounts/connect` answers where the service account signs in; valid for ten minutes, once. */
export const connectTicketSchema = z.object({ signInUrl: z.url() });
export type ConnectTicket = z.infer<typeof connectTicketSchema>;
