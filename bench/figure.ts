/** One line of the result. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  /** The bound, the floor or the peer, in the same unit. */
  limit: number;
  /** value ÷ limit: smaller is better for times, sizes and counts. */
  ratio: number;
}

/** What a file `*.bench.ts` exports as `bench`. */
export interface Bench {
  /** The figures that it gives, so that one can be asked for by name. */
  names: readonly string[];
  measure: (say: (line: string) => void) => Promise<Figure[]>;
}

export function figure(measured: Omit<Figure, "ratio">): Figure {
  return { ...measured, ratio: measured.value / measured.limit };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error("Nothing was measured.");
  return middle;
}

/** @param share such as 0.95 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const found = sorted[Math.ceil(share * sorted.length) - 1];
  if (found === undefined) throw new Error("Nothing was measured.");
  return found;
}
