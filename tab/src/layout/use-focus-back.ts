import { useEffect, useState } from "react";

/**
 * Gives the focus back, when a dialog closes, to what had it when it opened. Fluent does that for a dialog with a
 * trigger inside it alone; without it the keyboard would begin again at the top of the page. Where the opener is gone
 * the page's heading gets the focus; whoever was given it meanwhile keeps it.
 */
export function useFocusBack(): void {
  const [opener] = useState(() => document.activeElement);
  // Later than the effects of the page, which may know a better place.
  useEffect(() => () => queueMicrotask(() => giveFocusBack(opener)), [opener]);
}

function giveFocusBack(opener: Element | null): void {
  if (document.activeElement !== document.body) return;
  const heading = document.querySelector<HTMLElement>("main h1");
  const isThere = opener instanceof HTMLElement && opener.isConnected;
  (isThere ? opener : heading)?.focus();
}
