import type { SignInOutcome } from "../../db/tables/accounts.ts";
import { troubles, type TroubleCode } from "../health/troubles.ts";
import { NoToken, type EntraUnreachable } from "../tokens/no-token.ts";

/** How a sign-in went, as the page at its end and the tab say it. */
export interface SignInResult {
  outcome: SignInOutcome | "toConfirm";
  message: string;
}

export const expired: SignInResult = {
  outcome: "expired",
  message:
    "This sign-in link has been used or is older than ten minutes. Go back to ERG Events and choose Connect again.",
};

export const otherBrowser: SignInResult = {
  outcome: "failed",
  message:
    "This sign-in was started in another browser. Open the link from ERG Events in the browser where you sign in.",
};

export function toConfirm(upn: string, begunBy: string): SignInResult {
  return {
    outcome: "toConfirm",
    message: `${upn} has signed in. Nothing is connected yet: ${begunBy} now confirms it in ERG Events. You can close this window.`,
  };
}

export function wrongAccount(came: string, expectedUpn: string): SignInResult {
  return {
    outcome: "wrongAccount",
    message: `You signed in as ${came}, but the service account is ${expectedUpn}. Nothing was stored. Choose Connect and pick ${expectedUpn}. If your organization wants another account, whoever runs ERG Events changes SERVICE_ACCOUNT_UPN first.`,
  };
}

export const foreignOrganization: SignInResult = {
  outcome: "wrongAccount",
  message:
    "The account that signed in belongs to another organization. Nothing was stored. Choose Connect and pick the service account of your own.",
};

/** Troubles that are ours, not of the code that somebody brought: the person who sets the app up reads which. */
const ofTheApp: readonly TroubleCode[] = [
  "appSecretExpired",
  "appSecretRefused",
  "appUnknown",
  "clockRefused",
  "notAssigned",
  "accountDisabled",
  "policyBlocks",
];

/** The code brought no token: for a reason that somebody can mend, or for none that is worth telling. */
export function notRedeemed(
  reason: NoToken | EntraUnreachable | null,
): SignInResult {
  const trouble =
    reason instanceof NoToken && ofTheApp.includes(reason.trouble)
      ? troubles[reason.trouble]
      : null;
  return {
    outcome: "failed",
    message: trouble
      ? `Microsoft did not complete the sign-in. ${trouble.sentence} ${trouble.cure} Then choose Connect again.`
      : "Microsoft did not complete the sign-in. Choose Connect to try again; if it happens again, whoever runs the backend finds the reason in its log.",
  };
}

/**
 * What Entra said instead of giving a code. Leaving its "Need admin approval" page looks exactly like a
 * cancelled sign-in as a rule, so that sentence explains both; where Entra does say that consent is
 * missing, so does the page.
 *
 * @param number the digits behind "AADSTS" in the description, where there were some (Entra: "authentication
 *   and authorization error codes"; 90094 and 90095 are about an administrator's consent, 65004 is a person's no)
 */
export function refusedByEntra(refusal: {
  error: string | null;
  suberror: string | null;
  number: number | null;
}): SignInResult {
  const { error, suberror, number } = refusal;
  const isApproval =
    error === "consent_required" ||
    suberror === "consent_required" ||
    (number !== null && [65001, 90094, 90095].includes(number));
  if (isApproval)
    return {
      outcome: "approvalNeeded",
      message:
        "Your organization wants an administrator to approve the permissions first. ERG Events shows three ways; once there is an approval, choose Finish connecting.",
    };
  if (error === "access_denied")
    return {
      outcome: "denied",
      message:
        "The sign-in was cancelled, or your organization wants an administrator to approve it first. If you cancelled, choose Connect to try again. If a page said “Need admin approval”, ERG Events shows three ways to get it.",
    };
  return {
    outcome: "failed",
    message:
      "Microsoft's sign-in page reported a problem. Choose Connect to try again.",
  };
}

/** The digits behind "AADSTS" in a description of Entra's. */
export function aadstsNumber(description: string | null): number | null {
  const digits = /\bAADSTS(\d+)\b/.exec(description ?? "")?.[1];
  return digits === undefined ? null : Number(digits);
}
