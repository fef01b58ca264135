import {
  useEffect,
  useEffectEvent,
  useState,
  useSyncExternalStore,
} from "react";
import type { ServiceAccountView } from "../../../bot/contract/accounts.ts";
import { useApi } from "../api-client/api.ts";
import { loadAccount } from "./account-requests.ts";

/**
 * Asks again for the account while somebody can see the page. An answer that comes after `view` was replaced,
 * by a change that was made meanwhile, is older than it and does not count.
 */
export function useFollow(given: {
  view: ServiceAccountView;
  everyMs: number;
  onView: (view: ServiceAccountView) => void;
}): void {
  const api = useApi();
  const { view, everyMs } = given;
  const visible = useSyncExternalStore(subscribe, isVisible);
  const [misses, setMisses] = useState(0);

  const ask = useEffectEvent(async (signal: AbortSignal) => {
    try {
      const newest = await loadAccount(api, signal);
      if (!signal.aborted) given.onView(newest);
    } catch {
      // The next question may be answered again.
      if (!signal.aborted) setMisses((n) => n + 1);
    }
  });

  useEffect(() => {
    if (!visible) return;
    const ending = new AbortController();
    const timer = setTimeout(() => void ask(ending.signal), everyMs);
    return () => {
      ending.abort();
      clearTimeout(timer);
    };
  }, [view, everyMs, visible, misses]);
}

function subscribe(onChange: () => void): () => void {
  document.addEventListener("visibilitychange", onChange);
  return () => document.removeEventListener("visibilitychange", onChange);
}

function isVisible(): boolean {
  return document.visibilityState === "visible";
}
