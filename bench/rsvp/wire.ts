import type { SimulatorOptions } from "../../simulator/start-simulator.ts";

/** A request of the product that has had its effect at Microsoft's. */
export interface Passed {
  /** Of `performance.now()`. */
  at: number;
  /** The event that is read, as Graph names it, or the channel whose card is brought up to date. */
  of: string;
  /** The card. */
  body?: unknown;
}

/** Sees the product's requests where the simulator serves them: nothing is asked of the product. */
export interface Wire {
  intercept: NonNullable<SimulatorOptions["intercept"]>;
  reads: Passed[];
  cardUpdates: Passed[];
}

export function openWire(): Wire {
  const reads: Passed[] = [];
  const cardUpdates: Passed[] = [];
  return {
    reads,
    cardUpdates,
    intercept({ point, service, method, path, body }) {
      const at = performance.now();
      const read = /\/me\/events\/([^/?]+)/.exec(path)?.[1];
      if (point === "received" && service === "graph" && method === "GET") {
        if (read) reads.push({ at, of: decodeURIComponent(read) });
      } else if (
        point === "effectDone" &&
        service === "connector" &&
        method === "PUT"
      ) {
        const channel = /\/conversations\/([^/;?]+)/.exec(path)?.[1] ?? "";
        cardUpdates.push({ at, of: decodeURIComponent(channel), body });
      }
    },
  };
}

/**
 * How often the busiest one was served, a second: the time from its first to its last, divided by the
 * steps between.
 */
export function fastest(passed: readonly Passed[]): number {
  const byName = Map.groupBy(passed, ({ of }) => of);
  const rates = [...byName.values()].map((of) => {
    const seconds = ((of.at(-1)?.at ?? 0) - (of[0]?.at ?? 0)) / 1000;
    return of.length > 1 ? (of.length - 1) / seconds : 0;
  });
  return Math.max(0, ...rates);
}
