import { useEffect, useEffectEvent, useRef } from "react";
import type { EventDraft } from "./event-draft.ts";

/** From how many addresses on keeping the form takes time that would be felt with each key. */
const manyAddresses = 500;
const afterMs = 1_000;

/**
 * Has the form kept as it changes. With many addresses that waits for a moment without a change, or for the
 * page to be left.
 */
export function useKeeping(
  keep: () => void,
  { draft, isChanged }: { draft: EventDraft; isChanged: boolean },
): void {
  const keepNow = useEffectEvent(keep);
  const waits = useRef(false);

  useEffect(() => {
    waits.current = false;
    if (!isChanged) return;
    if (draft.addresses.length <= manyAddresses) {
      keepNow();
      return;
    }
    waits.current = true;
    const timer = setTimeout(() => {
      waits.current = false;
      keepNow();
    }, afterMs);
    return () => clearTimeout(timer);
  }, [draft, isChanged]);

  const leave = useEffectEvent(() => {
    if (waits.current) keep();
    waits.current = false;
  });
  useEffect(() => {
    const hear = () => leave();
    window.addEventListener("pagehide", hear);
    return () => {
      window.removeEventListener("pagehide", hear);
      hear();
    };
  }, []);
}
