import { setTimeout as sleep } from "node:timers/promises";

/** Looks often at first, then after a fifth of the time that it has taken so far: looking costs what is waited for. */
const pauseAfter = (elapsedMs: number): number =>
  Math.min(300, Math.max(25, elapsedMs / 5));

/**
 * Looks again until `look` answers something truthy (or, returning undefined/false, until patience ends).
 * The last refusal becomes the error, so that a failure says what was seen.
 */
export async function waitFor<T>(
  what: string,
  look: () => Promise<T> | T,
  patienceMs = 20_000,
): Promise<Exclude<T, false | null | undefined>> {
  const begun = performance.now();
  let seen: unknown;
  for (;;) {
    try {
      const value = await look();
      if (value) return value as Exclude<T, false | null | undefined>;
      seen = value;
    } catch (error) {
      seen = error;
    }
    const elapsedMs = performance.now() - begun;
    if (elapsedMs > patienceMs)
      throw new Error(`Waited in vain for ${what}: ${String(seen)}`, {
        cause: seen,
      });
    await sleep(pauseAfter(elapsedMs));
  }
}
