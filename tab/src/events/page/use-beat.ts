import { useEffect, useEffectEvent, useRef, useState } from "react";

/** Changes that come within this time are looked at together, in milliseconds. */
const gatherMs = 1000;

/** Follows something that may change often, such as a count, and changes itself once a second at most. */
export function useBeat<News extends number | string>(news: News): News {
  const [beat, setBeat] = useState(news);
  const timer = useRef<number | null>(null);

  const take = useEffectEvent(() => {
    timer.current = null;
    setBeat(news);
  });

  useEffect(() => {
    if (news === beat || timer.current !== null) return;
    timer.current = window.setTimeout(() => take(), gatherMs);
  }, [news, beat]);
  useEffect(
    () => () => {
      if (timer.current !== null) window.clearTimeout(timer.current);
      timer.current = null;
    },
    [],
  );

  return beat;
}
