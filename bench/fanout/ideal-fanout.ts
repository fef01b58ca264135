export interface ServedCall {
  /** Answered with 429, after the usual time. */
  throttled: boolean;
}

/**
 * How long these calls take at least, one after the other in so many places that are never empty: what a product
 * reaches that loses no time at all between them, and that sends nothing while Microsoft asks for a pause.
 * @returns milliseconds
 */
export function idealFanoutMs(
  calls: readonly ServedCall[],
  given: { width: number; callMs: number; pauseMs: number },
): number {
  const places = Array.from({ length: given.width }, () => 0);
  const pauses: { from: number; until: number }[] = [];
  for (const { throttled } of calls) {
    const place = places.indexOf(Math.min(...places));
    let start = places[place] ?? 0;
    for (let again = true; again;) {
      const held = pauses.find(
        ({ from, until }) => from <= start && start < until,
      );
      again = held !== undefined;
      start = held?.until ?? start;
    }
    const end = start + given.callMs;
    places[place] = end;
    if (throttled) pauses.push({ from: end, until: end + given.pauseMs });
  }
  return Math.max(...places);
}
