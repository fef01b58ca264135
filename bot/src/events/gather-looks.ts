/** Changes within this time are shown together, in milliseconds. */
const leastGatherMs = 50;
const mostGatherMs = 3_000;

/** Those who watch an event are told of it so far apart at least, in milliseconds: pages draw anew with each message. */
const leastBetweenMs = 250;

/**
 * How long changes of an event are gathered, in milliseconds: the first that comes is shown at once, those after it four
 * times a second; and a large event that many people answer at once takes a tenth of the time at most. Pure.
 *
 * @param last how long reading it took the last time, and how long ago that was shown; null: it has not been shown yet
 */
export function gatherMsAfter(
  last: { readMs: number; agoMs: number } | null,
): number {
  if (last === null) return leastGatherMs;
  const wait = Math.max(last.readMs * 9, leastBetweenMs - last.agoMs);
  return Math.min(Math.max(wait, leastGatherMs), mostGatherMs);
}

/** A look that takes longer may never end, as on a line that went dead without a word; others go on without it. */
const longestLookMs = 15_000;

/** Has something looked at when it changes, one look at a time for each. */
export interface Looks {
  /** It has changed. A change while it is looked at may be missing in that look, and is looked at afterwards. */
  changed(id: string): void;
  /** Nobody wants it any more. */
  forget(id: string): void;
  close(): void;
}

interface Followed {
  timer: NodeJS.Timeout | null;
  isLooking: boolean;
  changedMeanwhile: boolean;
  /** How long the last look took, and when it ended, of `performance.now()`. */
  last: { readMs: number; at: number } | null;
}

/**
 * @param look looks at one and shows it, unless the signal is aborted by then: others have gone on without it. It tells
 *   itself what fails.
 */
export function gatherLooks(
  look: (id: string, signal: AbortSignal) => Promise<void>,
): Looks {
  const followed = new Map<string, Followed>();

  const begin = async (id: string, one: Followed): Promise<void> => {
    one.timer = null;
    one.isLooking = true;
    one.changedMeanwhile = false;
    const startedAt = performance.now();
    await endOf((signal) => look(id, signal));
    const at = performance.now();
    one.last = { readMs: at - startedAt, at };
    one.isLooking = false;
    if (one.changedMeanwhile && followed.get(id) === one) plan(id, one);
  };

  const plan = (id: string, one: Followed): void => {
    const { last } = one;
    one.timer = setTimeout(
      () => void begin(id, one),
      gatherMsAfter(
        last && { readMs: last.readMs, agoMs: performance.now() - last.at },
      ),
    );
  };

  const forget = (id: string): void => {
    const one = followed.get(id);
    if (one?.timer) clearTimeout(one.timer);
    followed.delete(id);
  };

  return {
    changed(id) {
      const one = followed.get(id) ?? {
        ...{ timer: null, isLooking: false, changedMeanwhile: false },
        last: null,
      };
      followed.set(id, one);
      if (one.isLooking) one.changedMeanwhile = true;
      else if (one.timer === null) plan(id, one);
    },
    forget,
    close() {
      for (const id of [...followed.keys()]) forget(id);
    },
  };
}

async function endOf(
  look: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const tooLong = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const waited = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      tooLong.abort();
      resolve();
    }, longestLookMs);
    timer.unref();
  });
  await Promise.race([look(tooLong.signal), waited]);
  clearTimeout(timer);
}
