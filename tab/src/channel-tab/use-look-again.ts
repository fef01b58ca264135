import { useEffect, useEffectEvent, useRef, useState } from "react";

const firstPauseMs = 2000;
const longestPauseMs = 15_000;

/** Within this time a team that has just got the app has been read, as a rule. */
const usualMs = 60_000;

/**
 * Looks again after pauses that grow, as long as something is missing.
 * @param given.looks how many looks have ended, well or not: the next pause begins with that
 * @returns whether it is missing for longer than is usual
 */
export function useLookAgain(given: {
  isMissing: boolean;
  looks: number;
  look: () => void;
}): boolean {
  const { isMissing, looks } = given;
  const pauses = useRef(0);
  const [isLong, setLong] = useState(false);
  const look = useEffectEvent(given.look);
  useEffect(() => {
    if (!isMissing) return undefined;
    const pauseMs = Math.min(
      longestPauseMs,
      firstPauseMs * 1.5 ** pauses.current,
    );
    const timer = setTimeout(() => {
      pauses.current += 1;
      look();
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [isMissing, looks]);
  useEffect(() => {
    if (!isMissing) return undefined;
    const timer = setTimeout(() => setLong(true), usualMs);
    return () => clearTimeout(timer);
  }, [isMissing]);
  return isMissing && isLong;
}
