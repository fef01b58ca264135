import type {
  ServiceAccountView,
  SignInView,
} from "../../../../bot/contract/accounts.ts";

type EndedSignIn = Extract<SignInView, { state: "ended" }>;

const newsForMs = 24 * 60 * 60_000;

/** How the newest sign-in ended, if that is still news: success is told by the state of the account anyway. */
export function endedSignIn(
  { signIn, account }: Pick<ServiceAccountView, "signIn" | "account">,
  now: Date,
): EndedSignIn | null {
  if (signIn?.state !== "ended" || signIn.outcome === "connected") return null;
  const endedMs = Date.parse(signIn.at);
  if (now.getTime() - endedMs > newsForMs) return null;
  const connectedSince =
    account !== null && Date.parse(account.connectedAt) >= endedMs;
  return connectedSince ? null : signIn;
}

/**
 * Whether an administrator has to approve the app first, and whether that has happened by the tenant-wide link. What
 * was approved before the sign-in that lacked it was not enough.
 */
export function approvalState(
  view: Pick<
    ServiceAccountView,
    "state" | "signIn" | "account" | "problem" | "approval"
  >,
  now: Date,
): "notNeeded" | "needed" | "arrived" {
  const lacks = lacksApproval(view, now);
  const otherwise = lacks ? "needed" : "notNeeded";
  const { adminConsentAt } = view.approval;
  if (adminConsentAt === null) return otherwise;
  // Nobody has to have been refused first: the link may have been used at once.
  if (!lacks && view.state !== "notConnected") return otherwise;
  const tried = view.signIn?.state === "ended" ? view.signIn.at : null;
  const sinceMs = Date.parse(tried ?? view.problem?.since ?? "");
  const newerThanMs = Number.isNaN(sinceMs)
    ? now.getTime() - newsForMs
    : sinceMs;
  return Date.parse(adminConsentAt) > newerThanMs ? "arrived" : otherwise;
}

function lacksApproval(
  view: Pick<ServiceAccountView, "signIn" | "account" | "problem">,
  now: Date,
): boolean {
  if (view.problem?.guide === "approval") return true;
  const outcome = endedSignIn(view, now)?.outcome;
  return outcome === "denied" || outcome === "approvalNeeded";
}

/** How bad an end is. */
export function endIntent(
  outcome: EndedSignIn["outcome"],
): "error" | "warning" | "info" {
  if (outcome === "expired" || outcome === "discarded") return "info";
  return outcome === "denied" || outcome === "approvalNeeded"
    ? "warning"
    : "error";
}

/** `Contoso ERGs (ergs@contoso.com) has signed in. Connect it?` */
export function confirmQuestion(came: {
  displayName: string;
  upn: string;
}): string {
  return `${came.displayName} (${came.upn}) has signed in. Connect it?`;
}

/** What admins wait for while the sign-in is open. */
export function waitingSentence(given: {
  expectedUpn: string;
  opened: boolean;
  hasLink: boolean;
}): string {
  const { expectedUpn, opened, hasLink } = given;
  if (opened) {
    return `The sign-in page is open. Sign in there as ${expectedUpn}; this page follows by itself.`;
  }
  return hasLink
    ? `Waiting for ${expectedUpn} to sign in in the window that opened.`
    : `Waiting for ${expectedUpn} to sign in at the link that was shown when you pressed Connect. Press it again for a new link.`;
}
