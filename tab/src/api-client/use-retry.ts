import { useEffect, useEffectEvent, useRef } from "react";
import type { ApiError } from "./api-error.ts";
import { retryAfterMs } from "./retry-after.ts";

/** Calls when the browser is connected again. */
export function useOnlineAgain(onOnline: () => void): void {
  const now = useEffectEvent(onOnline);
  useEffect(() => {
    const online = () => now();
    window.addEventListener("online", online);
    return () => window.removeEventListener("online", online);
  }, []);
}

/**
 * Tries again by itself what got no answer: once the browser is connected again, and after a time that grows.
 * What the backend refused is left to people.
 */
export function useRetry(error: ApiError | null, retry: () => void): void {
  const failures = useRef(0);
  const again = useEffectEvent(retry);
  useEffect(() => {
    if (error?.code !== "unreachable") {
      failures.current = 0;
      return undefined;
    }
    const pauseMs = retryAfterMs(failures.current, Math.random());
    failures.current += 1;
    const timer = setTimeout(() => again(), pauseMs);
    return () => clearTimeout(timer);
  }, [error]);
  useOnlineAgain(() => {
    if (error?.code === "unreachable") retry();
  });
}
