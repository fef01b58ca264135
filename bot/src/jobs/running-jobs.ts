import type { JobName } from "./job-catalog.ts";

/** A job that a worker of this process is at. */
export interface RunningJob {
  id: string;
  name: JobName;
  /** By which the queue knows this claim from a later one. */
  retryCount: number;
}

/** What this process is working on, so that a stop can wait for it and hand back the rest. */
export interface RunningJobs {
  /** @returns the function that ends it */
  begin(job: RunningJob): () => void;
  list(): RunningJob[];
  /** Resolves when nothing is running, or after this time. */
  settle(withinMs: number): Promise<void>;
}

export function openRunningJobs(): RunningJobs {
  const running = new Set<RunningJob>();
  let onNone: (() => void) | null = null;
  return {
    begin(job) {
      running.add(job);
      return () => {
        running.delete(job);
        if (running.size === 0) onNone?.();
      };
    },
    list: () => [...running],
    settle: (withinMs) =>
      new Promise((resolve) => {
        if (running.size === 0) return resolve();
        const limit = setTimeout(resolve, withinMs);
        onNone = () => {
          clearTimeout(limit);
          resolve();
        };
      }),
  };
}
