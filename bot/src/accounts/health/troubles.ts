import type { CureGuide } from "../../../contract/accounts.ts";

/**
 * How far a trouble reaches.
 *
 * - `broken`: nothing can be sent; what is scheduled waits
 * - `degraded`: invitations go out, something smaller is missing
 * - `notice`: everything works; somebody should know
 */
export type Reach = "broken" | "degraded" | "notice";

export interface Trouble {
  reach: Reach;
  /** What is so, for an administrator. */
  sentence: string;
  /** What to do about it. */
  cure: string;
  guide: CureGuide;
}

const connectAgain = "Choose Connect again; nothing that waits is lost.";
const byOperator = "Whoever runs the backend";

/** Everything that can be wrong with the connection, each with its cure. No other place words it. */
export const troubles = {
  signInNeeded: {
    reach: "broken",
    sentence: "Microsoft no longer accepts the service account's sign-in.",
    cure: connectAgain,
    guide: "connect",
  },
  signInRevoked: {
    reach: "broken",
    sentence:
      "The service account's sign-in was ended: its password was reset, or an administrator revoked its sessions.",
    cure: connectAgain,
    guide: "connect",
  },
  signInExpired: {
    reach: "broken",
    sentence:
      "The service account's sign-in has run out: it was not used for 90 days, or a policy of your organization ends it sooner.",
    cure: "Choose Connect again; nothing that waits is lost. If it comes back, exempt the account from the sign-in frequency policy.",
    guide: "connect",
  },
  extraStepNeeded: {
    reach: "broken",
    sentence:
      "A policy of your organization asks the service account for a further step, such as multi-factor sign-in.",
    cure: "Choose Connect again and take that step. If it comes back, let the account pass that Conditional Access policy from where the backend runs.",
    guide: "connect",
  },
  policyBlocks: {
    reach: "broken",
    sentence:
      "A Conditional Access policy of your organization blocks the service account where the backend runs.",
    cure: "Let the service account pass that policy (Entra admin center, Protection, Conditional Access; its sign-in log names the policy), then choose Check again.",
    guide: "operator",
  },
  consentWithdrawn: {
    reach: "broken",
    sentence:
      "The service account's permissions for ERG Events were taken away, or have not been granted.",
    cure: "Grant them to the service account again and choose Connect again.",
    guide: "approval",
  },
  notAssigned: {
    reach: "broken",
    sentence:
      "The app lets only assigned people sign in, and the service account is not assigned to it.",
    cure: "Assign it (Entra admin center, Enterprise applications, ERG Events, Users and groups), then choose Check again.",
    guide: "operator",
  },
  accountDisabled: {
    reach: "broken",
    sentence: "The service account may not sign in: it is blocked in Entra.",
    cure: "Unblock it (Microsoft 365 admin center, Users, Active users, Unblock sign-in), then choose Check again.",
    guide: "operator",
  },
  accountGone: {
    reach: "broken",
    sentence: "The service account no longer exists in your organization.",
    cure: "Restore it within 30 days (Microsoft 365 admin center, Deleted users), or create it anew and choose Connect again.",
    guide: "connect",
  },
  passwordExpired: {
    reach: "broken",
    sentence: "The service account's password has expired.",
    cure: "Sign in as the service account once, set a new password, and choose Connect again.",
    guide: "connect",
  },
  unreadableTokens: {
    reach: "broken",
    sentence:
      "The stored sign-in cannot be read with today's TOKEN_ENCRYPTION_KEY.",
    cure: `${byOperator} sets the earlier key as TOKEN_ENCRYPTION_KEY_PREVIOUS, or you connect the account again; nothing that waits is lost.`,
    guide: "connect",
  },
  wrongAccount: {
    reach: "broken",
    sentence:
      "The stored sign-in belongs to another account than the one that was connected.",
    cure: connectAgain,
    guide: "connect",
  },
  otherOrganization: {
    reach: "broken",
    sentence:
      "The connected account belongs to another organization than AAD_APP_TENANT_ID names.",
    cure: `${byOperator} corrects AAD_APP_TENANT_ID, or you connect an account of that organization.`,
    guide: "operator",
  },
  appSecretExpired: {
    reach: "broken",
    sentence: "The app registration's secret or certificate has expired.",
    cure: `${byOperator} makes a new one in Entra (App registrations, Certificates & secrets), sets AAD_APP_CLIENT_SECRET or AAD_APP_CLIENT_CERTIFICATE, and starts the backend again.`,
    guide: "operator",
  },
  appSecretRefused: {
    reach: "broken",
    sentence: "Entra does not accept the app registration's secret.",
    cure: `${byOperator} sets AAD_APP_CLIENT_SECRET to the secret's value (not its id), or AAD_APP_CLIENT_CERTIFICATE, and starts the backend again.`,
    guide: "operator",
  },
  appUnknown: {
    reach: "broken",
    sentence:
      "Entra does not know the app registration, or it has been switched off.",
    cure: `${byOperator} compares AAD_APP_CLIENT_ID and AAD_APP_TENANT_ID with Entra, and an administrator sees to it that the enterprise application is enabled for users to sign in.`,
    guide: "operator",
  },
  configurationRefused: {
    reach: "broken",
    sentence: "Entra refuses how ERG Events asks for a token.",
    cure: `${byOperator} looks at the backend's log and compares the app registration with the IT details page.`,
    guide: "operator",
  },
  mailboxMissing: {
    reach: "broken",
    sentence:
      "The service account has no usable mailbox: no licence with Exchange Online, a deleted mailbox, or one on your own servers.",
    cure: "Give it a licence with Exchange Online, wait until its mailbox opens in Outlook, then choose Check again.",
    guide: "licence",
  },
  calendarForbidden: {
    reach: "broken",
    sentence: "The service account's calendar may not be used.",
    cure: "Grant the permission Calendars.ReadWrite to the service account and choose Connect again.",
    guide: "approval",
  },
  tokenRefused: {
    reach: "broken",
    sentence: "Microsoft Graph does not accept the service account's sign-in.",
    cure: connectAgain,
    guide: "connect",
  },
  calendarPermissionMissing: {
    reach: "broken",
    sentence:
      "The permission to use the service account's calendar is missing.",
    cure: "Choose Connect again and accept all permissions, or have an administrator grant them to the account.",
    guide: "approval",
  },
  somePermissionsMissing: {
    reach: "degraded",
    sentence:
      "Some permissions are missing: reminders, leads as co-organizers or attendance will not work.",
    cure: "Choose Connect again and accept all permissions, or have an administrator grant them to the account.",
    guide: "approval",
  },
  otherExpected: {
    reach: "notice",
    sentence:
      "The configuration expects another account by now than the one that is connected.",
    cure: "Choose Connect again and sign in as the expected account; or whoever runs the backend sets SERVICE_ACCOUNT_UPN back.",
    guide: "connect",
  },
  renamed: {
    reach: "notice",
    sentence:
      "The service account's sign-in name has changed since it was connected.",
    cure: `${byOperator} sets SERVICE_ACCOUNT_UPN to the new name; until then it cannot be connected again.`,
    guide: "operator",
  },
  noTeamsMeetings: {
    reach: "degraded",
    sentence:
      "The service account cannot create Teams meetings: events go out without a meeting link.",
    cure: "Give it a licence that includes Microsoft Teams, with Teams switched on, then choose Check again.",
    guide: "licence",
  },
  answersNotReported: {
    reach: "degraded",
    sentence:
      "Microsoft does not report answers given in Outlook at the moment: the tally follows late.",
    cure: "Microsoft has to reach the notification address on the IT details page from the internet. The next try starts by itself.",
    guide: "operator",
  },
  clockRefused: {
    reach: "broken",
    sentence:
      "Entra does not accept the app's certificate because the backend's clock is wrong.",
    cure: `${byOperator} lets its machine set the clock from the network, then you choose Check again.`,
    guide: "operator",
  },
  clockOff: {
    reach: "degraded",
    sentence: "The backend's clock differs from Microsoft's.",
    cure: `${byOperator} lets its machine set the clock from the network. Beyond five minutes nobody can sign in.`,
    guide: "operator",
  },
  attendancePermissionMissing: {
    reach: "notice",
    sentence:
      "The service account may not read attendance reports: OnlineMeetingArtifact.Read.All is missing.",
    cure: "Choose Connect again and accept all permissions, or have an administrator grant them to the account.",
    guide: "approval",
  },
  attendanceAppPermissionMissing: {
    reach: "notice",
    sentence:
      "The app itself may not read attendance: the application permissions OnlineMeetings.Read.All and OnlineMeetingArtifact.Read.All have not both been granted.",
    cure: "An administrator runs the PowerShell lines below, then you choose Check again.",
    guide: "operator",
  },
  attendancePolicyMissing: {
    reach: "notice",
    sentence:
      "Teams does not let the app look at the service account's meetings: the application access policy is missing or not effective yet.",
    cure: "An administrator runs the PowerShell lines below. A policy takes up to 30 minutes to become effective; then choose Check again.",
    guide: "operator",
  },
  unreachable: {
    reach: "degraded",
    sentence:
      "Microsoft has not answered for more than fifteen minutes; invitations wait.",
    cure: "Nothing to do if Microsoft reports an outage; otherwise whoever runs the backend looks at its way to the internet. The next try starts by itself.",
    guide: "wait",
  },
} as const satisfies Record<string, Trouble>;

export type TroubleCode = keyof typeof troubles;

export function isTroubleCode(code: string | null): code is TroubleCode {
  return code !== null && Object.hasOwn(troubles, code);
}

/** A trouble by its stored code; one that a newer or older version wrote is worded in general. */
export function troubleOf(code: string | null): Trouble {
  return isTroubleCode(code) ? troubles[code] : troubles.signInNeeded;
}
