import type { SimulatorOptions } from "../../simulator/start-simulator.ts";

type Intercept = NonNullable<SimulatorOptions["intercept"]>;

/** Holds back every request that `matches` until it is opened, so that a test can look at what waits for it. */
export function closedGate(
  matches: (moment: Parameters<Intercept>[0]) => boolean,
): {
  intercept: Intercept;
  open: () => void;
} {
  const { promise, resolve } = Promise.withResolvers<void>();
  return {
    intercept: (moment) => (matches(moment) ? promise : undefined),
    open: resolve,
  };
}
