import { useCallback, useEffect, useRef, useState } from "react";
import { sentenceOf } from "./call.ts";
import { onChange, type Topic } from "./changes.ts";

export type Loaded<T> =
  | { status: "loading" }
  | { status: "ready"; value: T }
  | { status: "failed"; message: string };

/**
 * Loads, and loads again whenever one of the topics changes. While it loads
 * again the earlier value stays; so it does when that fails.
 * @param key what the loaded thing depends on: another key starts afresh
 */
export function useLive<T>(
  key: string,
  load: (signal: AbortSignal) => Promise<T>,
  topics: readonly Topic[],
): { loaded: Loaded<T>; reload: () => void } {
  const [state, setState] = useState<{ key: string; loaded: Loaded<T> }>({
    key,
    loaded: { status: "loading" },
  });
  const [round, setRound] = useState(0);
  const reload = useCallback(() => setRound((value) => value + 1), []);
  const topicList = topics.join();

  // `load` is written inline by callers; `key` says what it depends on.
  const newestLoad = useRef(load);
  useEffect(() => {
    newestLoad.current = load;
  });

  useEffect(() => {
    const abort = new AbortController();
    const show = (loaded: Loaded<T>) => {
      if (!abort.signal.aborted)
        setState((before) =>
          loaded.status === "failed" &&
          before.key === key &&
          before.loaded.status === "ready"
            ? before
            : { key, loaded },
        );
    };
    const run = oneAtATime(() =>
      newestLoad.current(abort.signal).then(
        (value) => show({ status: "ready", value }),
        (error: unknown) =>
          show({ status: "failed", message: sentenceOf(error) }),
      ),
    );
    run();
    const stop = onChange(topicList.split(",") as Topic[], run);
    return () => {
      stop();
      abort.abort();
    };
  }, [key, round, topicList]);

  return {
    loaded: state.key === key ? state.loaded : { status: "loading" },
    reload,
  };
}

/**
 * Changes may come faster than answers. One request runs at a time, and one
 * more follows if something changed meanwhile, so the last state is shown.
 */
function oneAtATime(work: () => Promise<void>): () => void {
  let running = false;
  let again = false;
  const run = () => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    again = false;
    void work().finally(() => {
      running = false;
      if (again) run();
    });
  };
  return run;
}
