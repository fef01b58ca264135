import type pg from "pg";

/** Longest wait for the database's answer, in milliseconds. */
const answerTimeoutMs = 1000;

/** Why a backend cannot do its work. */
export type NotReady =
  "stopping" | "starting" | "notListening" | "databaseUnavailable";

/** Whether this process can do its work. */
export interface Readiness {
  /** Migrations have run and workers take jobs. */
  started(): void;
  /** It has been asked to end: no load balancer should send anything more. */
  stopping(): void;
  isStopping(): boolean;
  /** @returns null when it is ready */
  look(): Promise<NotReady | null>;
}

/** @param deps.isListening whether the connection stands by which news of other replicas come */
export function openReadiness(deps: {
  pool: pg.Pool;
  isListening: () => boolean;
}): Readiness {
  let hasStarted = false;
  let isStopping = false;
  let asking: Promise<boolean> | null = null;

  /** One question at a time: a database that stands still would gather them. */
  const databaseAnswers = (): Promise<boolean> => {
    asking ??= deps.pool
      .query("select 1")
      .then(
        () => true,
        () => false,
      )
      .finally(() => (asking = null));
    const question = asking;
    return new Promise((resolve) => {
      const limit = setTimeout(() => resolve(false), answerTimeoutMs);
      void question.then((answers) => {
        clearTimeout(limit);
        resolve(answers);
      });
    });
  };

  return {
    started: () => void (hasStarted = true),
    stopping: () => void (isStopping = true),
    isStopping: () => isStopping,
    async look() {
      if (isStopping) return "stopping";
      if (!hasStarted) return "starting";
      if (!(await databaseAnswers())) return "databaseUnavailable";
      return deps.isListening() ? null : "notListening";
    },
  };
}
