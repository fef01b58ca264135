import { useEffect, useRef, type RefObject } from "react";
import type { ServiceAccountView } from "../../../../bot/contract/accounts.ts";

/**
 * Leads keyboards and screen readers to what a sign-in or a disconnection has brought, which mostly comes while they
 * are elsewhere: in the sign-in's own window, or on a button that is gone. What asks for an answer marks itself with
 * `data-news`; else the part as a whole takes the focus.
 */
export function useFocusOnNews({
  signIn,
  account,
  earlier,
}: Pick<
  ServiceAccountView,
  "signIn" | "account" | "earlier"
>): RefObject<HTMLDivElement | null> {
  const part = useRef<HTMLDivElement>(null);
  const key = [signIn?.id, signIn?.state, account?.id, earlier.length].join(
    "/",
  );
  const before = useRef(key);
  useEffect(() => {
    if (before.current === key) return;
    before.current = key;
    const asking = part.current?.querySelector<HTMLElement>("[data-news]");
    (asking ?? part.current)?.focus();
  }, [key]);
  return part;
}
