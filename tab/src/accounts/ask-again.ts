import type { ServiceAccountView } from "../../../bot/contract/accounts.ts";

const whileSigningInMs = 2000;
const whileApprovalIsAwaitedMs = 3000;
const whileSomethingIsOpenMs = 5000;
const otherwiseMs = 30_000;

/** How long the page waits before it asks again how the account is: the sooner, the more is going on. */
export function askAgainAfterMs(
  view: ServiceAccountView,
  { waysShown }: { waysShown: boolean },
): number {
  if (view.signIn?.state === "open") return whileSigningInMs;
  if (waysShown) return whileApprovalIsAwaitedMs;
  if (view.account !== null && view.checkedAt === null) return whileSigningInMs;
  const open =
    view.signIn?.state === "toConfirm" ||
    view.othersSignIn !== null ||
    // Some things stay unknown for long; those of the set-up are known soon.
    (!view.setUpComplete &&
      view.checks.some(({ state }) => state === "unknown"));
  return open ? whileSomethingIsOpenMs : otherwiseMs;
}
