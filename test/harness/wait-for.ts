import { setTimeout as sleep } from "node:timers/promises";

/**
 * Looks again until `look` answers something truthy (or, returning undefined/false, until patience ends).
 * The last refusal becomes the error, so that a failure says what was seen.
 */
export async function waitFor<T>(
  what: string,
  look: () => Promise<T> | T,
  patienceMs = 20_000,
): Promise<Exclude<T, false | null | undefined>> {
  const end = performance.now() + patienceMs;
  let seen: unknown;
  for (;;) {
    try {
      const value = await look();
      if (value) return value as Exclude<T, false | null | undefined>;
      seen = value;
    } catch (error) {
      seen = error;
    }
    if (performance.now() > end)
      throw new Error(`Waited in vain for ${what}: ${String(seen)}`, {
        cause: seen,
      });
    await sleep(50);
  }
}
