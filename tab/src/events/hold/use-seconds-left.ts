import { useEffect, useState } from "react";

/** How often the remaining time is looked at, in milliseconds. */
const lookEveryMs = 200;

/**
 * Counts a duration down, in whole seconds, rounded up. The backend tells how long is left, not until when, so
 * that it does not matter what time the reader's computer has.
 *
 * @param told how long is left; another object, as the newest news have it, begins anew
 */
export function useSecondsLeft(told: { sendsInMs: number }): number {
  const [from, setFrom] = useState({ told, at: performance.now() });
  const [now, setNow] = useState(from.at);
  if (from.told !== told) {
    const at = performance.now();
    setFrom({ told, at });
    setNow(at);
  }
  useEffect(() => {
    const timer = window.setInterval(
      () => setNow(performance.now()),
      lookEveryMs,
    );
    return () => window.clearInterval(timer);
  }, []);
  const leftMs = from.told.sendsInMs - (now - from.at);
  return Math.max(0, Math.ceil(leftMs / 1000));
}
