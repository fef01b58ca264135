import { useEffect, useEffectEvent, useRef } from "react";

const firstPauseMs = 2000;
const longestPauseMs = 15_000;

/**
 * Looks again after pauses that grow, as long as something is missing.
 * @param found what the last look found: another object after each
 */
export function useLookAgain(given: {
  isMissing: boolean;
  found: unknown;
  look: () => void;
}): void {
  const { isMissing, found } = given;
  const looks = useRef(0);
  const look = useEffectEvent(given.look);
  useEffect(() => {
    if (!isMissing) return undefined;
    const pauseMs = Math.min(
      longestPauseMs,
      firstPauseMs * 1.5 ** looks.current,
    );
    const timer = setTimeout(() => {
      looks.current += 1;
      look();
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [isMissing, found]);
}
