import type { ServiceAccountView } from "../../../bot/contract/accounts.ts";

const whileSigningInMs = 2000;
const whileItIsFoundOutMs = 2000;
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
  if (isBeingFoundOut(view)) return whileItIsFoundOutMs;
  const open = view.signIn?.state === "toConfirm" || view.othersSignIn !== null;
  return open ? whileSomethingIsOpenMs : otherwiseMs;
}

/** Right after connecting. Some things stay unknown for long; those of the set-up are known soon. */
function isBeingFoundOut(view: ServiceAccountView): boolean {
  if (view.account === null || view.setUpComplete) return false;
  const { checks, checkedAt } = view;
  return checkedAt === null || checks.some(({ state }) => state === "unknown");
}
