import type { Registry } from "prom-client";
import { gaugeNames, timingNames } from "./metric-names.ts";
import { setGauges } from "./set-gauges.ts";
import type { Measures } from "./measures.ts";
import type { NoteTiming, TimingLabels } from "./timings.ts";

/** What the product measures of itself, in Prometheus' text format. */
export interface Metrics {
  noteTiming: NoteTiming;
  /** Reads what is so now, and writes it all down. */
  render(readMeasures: () => Promise<Measures>): Promise<{
    contentType: string;
    text: string;
  }>;
}

/** Upper bounds in seconds: an answer from memory, a call of Graph, one that waits for its limit. */
const buckets = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 40, 90];

/**
 * Opens the metrics. The library is loaded only here: a backend whose metrics nobody reads does without its
 * memory.
 */
export async function openMetrics(): Promise<Metrics> {
  const { Registry, Histogram, Gauge, collectDefaultMetrics } =
    await import("prom-client");
  const registry: Registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const timings = new Map(
    Object.entries(timingNames).map(([what, { name, help, labels }]) => [
      what,
      new Histogram({
        name,
        help,
        labelNames: [...labels],
        buckets,
        registers: [registry],
      }),
    ]),
  );
  const gauges = new Map(
    Object.values(gaugeNames).map(({ name, help, labels }) => [
      name as string,
      new Gauge({ name, help, labelNames: [...labels], registers: [registry] }),
    ]),
  );
  return {
    noteTiming: <What extends keyof TimingLabels>(
      what: What,
      labels: TimingLabels[What],
      durationMs: number,
    ) => timings.get(what)?.observe({ ...labels }, durationMs / 1000),
    async render(readMeasures) {
      setGauges(gauges, await readMeasures());
      return {
        contentType: registry.contentType,
        text: await registry.metrics(),
      };
    },
  };
}
