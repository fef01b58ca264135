import { useEffect, useEffectEvent, useRef, useState } from "react";
import { asApiError, type ApiError } from "./api-error.ts";

interface Kept<T> {
  key: string;
  /** Null: nothing has come yet. */
  value: T | null;
  /** Why it could not be loaded the last time. */
  error: ApiError | null;
}

/**
 * Loads what `key` names, and again with each `beat`. When loading anew fails, what came before stays: whoever ticks
 * people off at the door must not lose the list because a network is slow.
 */
export function useKept<T>(
  { key, beat }: { key: string; beat: number | string },
  load: (signal: AbortSignal) => Promise<T>,
): Omit<Kept<T>, "key"> & {
  reload: () => void;
  /** Changes what is there; an answer that is under way is older, and is asked for anew. */
  change: (change: (value: T) => T) => void;
} {
  const [kept, setKept] = useState<Kept<T>>({ key, value: null, error: null });
  const [attempt, setAttempt] = useState(0);
  const running = useRef<AbortController | null>(null);
  const start = useEffectEvent(load);

  useEffect(() => {
    const ending = new AbortController();
    running.current = ending;
    const keep = (next: (value: T | null) => Omit<Kept<T>, "key">) => {
      if (ending.signal.aborted) return;
      running.current = null;
      setKept((now) => ({ key, ...next(now.key === key ? now.value : null) }));
    };
    start(ending.signal).then(
      (value) => keep(() => ({ value, error: null })),
      (error: unknown) =>
        keep((value) => ({ value, error: asApiError(error) })),
    );
    return () => ending.abort();
  }, [key, beat, attempt]);

  const { value, error } =
    kept.key === key ? kept : { value: null, error: null };
  return {
    value,
    error,
    reload: () => setAttempt((n) => n + 1),
    change: (change) => {
      if (value !== null && running.current !== null) {
        running.current.abort();
        setAttempt((n) => n + 1);
      }
      setKept((now) =>
        now.key === key && now.value !== null
          ? { ...now, value: change(now.value), error: null }
          : now,
      );
    },
  };
}
