import { useEffect, useRef, useState } from "react";
import { onChange } from "../api/changes.ts";
import { sentenceOf } from "../api/call.ts";
import type { Exchange } from "../api/inspector-shapes.ts";
import { simulator } from "../api/simulator.ts";
import type { Loaded } from "../api/use-live.ts";

/** As many as the simulator itself keeps. */
const keptAtMost = 2000;

/** Every exchange so far, newest first; new ones are fetched as they happen. */
export function useExchanges(): Loaded<readonly Exchange[]> {
  const [state, setState] = useState<Loaded<readonly Exchange[]>>({
    status: "loading",
  });
  const last = useRef(0);

  useEffect(() => {
    const abort = new AbortController();
    let running = false;
    let again = false;
    const fetchNew = async (): Promise<void> => {
      const page = await simulator.exchanges(last.current, abort.signal);
      // The simulator was reset: its numbers started anew.
      const isReset = page.last < last.current;
      last.current = isReset ? 0 : Math.max(page.last, last.current);
      const news = page.exchanges.toSorted((a, b) => b.n - a.n);
      setState((before) => {
        const earlier =
          before.status === "ready" && !isReset ? before.value : [];
        const value = withNews(news, earlier).slice(0, keptAtMost);
        return { status: "ready", value };
      });
      if (isReset) again = true;
    };
    const run = () => {
      again = running;
      if (running) return;
      running = true;
      fetchNew()
        .catch((error: unknown) => {
          if (!abort.signal.aborted)
            setState({ status: "failed", message: sentenceOf(error) });
        })
        .finally(() => {
          running = false;
          if (again && !abort.signal.aborted) run();
        });
    };
    last.current = 0;
    run();
    const stop = onChange(["exchanges"], run);
    return () => {
      stop();
      abort.abort();
    };
  }, []);

  return state;
}

function withNews(
  news: readonly Exchange[],
  earlier: readonly Exchange[],
): Exchange[] {
  const known = new Set(news.map(({ n }) => n));
  return [...news, ...earlier.filter(({ n }) => !known.has(n))];
}
