import { useEffect, useEffectEvent, useState } from "react";
import { asApiError, type ApiError } from "./api-error.ts";
import { useRetry } from "./use-retry.ts";

export type Loaded<T> =
  | { state: "loading" }
  | { state: "ready"; value: T }
  | { state: "failed"; error: ApiError };

/**
 * Loads what `key` names, again when `key` changes or `reload` is called.
 * While a reload runs the last value stays, so that pages do not flicker; and where it got no answer, it still stays:
 * what could not be reached is tried again by itself.
 */
export function useLoaded<T>(
  key: string,
  load: (signal: AbortSignal) => Promise<T>,
  {
    keepsValue = false,
  }: {
    /** Whether a value stays whatever a reload comes to: where nobody waits for the new one, and everything hangs on it. */
    keepsValue?: boolean;
  } = {},
): {
  loaded: Loaded<T>;
  /** Counts what was loaded, and what failed, so that other sources can be asked again after it. */
  loads: number;
  reload: () => void;
  replace: (value: T) => void;
  /** Changes the newest value, whichever that is by then. */
  update: (change: (value: T) => T) => void;
} {
  const [attempt, setAttempt] = useState(0);
  const [kept, setKept] = useState<{ key: string; loaded: Loaded<T> }>({
    key,
    loaded: { state: "loading" },
  });
  const [failure, setFailure] = useState<ApiError | null>(null);
  const [loads, setLoads] = useState(0);
  const start = useEffectEvent(load);

  useEffect(() => {
    const ending = new AbortController();
    const keep = (loaded: Loaded<T>) => {
      if (ending.signal.aborted) return;
      const error = loaded.state === "failed" ? loaded.error : null;
      setFailure(error);
      setKept((now) =>
        error !== null &&
        (keepsValue || error.code === "unreachable") &&
        now.key === key &&
        now.loaded.state === "ready"
          ? now
          : { key, loaded },
      );
      setLoads((n) => n + 1);
    };
    start(ending.signal).then(
      (value) => keep({ state: "ready", value }),
      (error: unknown) => keep({ state: "failed", error: asApiError(error) }),
    );
    return () => ending.abort();
  }, [key, attempt, keepsValue]);
  const reload = () => setAttempt((n) => n + 1);
  useRetry(failure, reload);

  return {
    loaded: kept.key === key ? kept.loaded : { state: "loading" },
    loads,
    reload,
    replace: (value) => setKept({ key, loaded: { state: "ready", value } }),
    update: (change) =>
      setKept((now) =>
        now.key === key && now.loaded.state === "ready"
          ? { key, loaded: { state: "ready", value: change(now.loaded.value) } }
          : now,
      ),
  };
}
