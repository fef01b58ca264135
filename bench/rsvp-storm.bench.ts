import { figure, percentile, type Bench, type Figure } from "./figure.ts";
import { runStorm, type StormResult } from "./rsvp/answer-storm.ts";
import { readMemory } from "./rsvp/heap.ts";
import { openRsvpWorld } from "./rsvp/open-rsvp-world.ts";

const answers = 5_000;
const seconds = 60;

/** An event is read twice a second at most, and a channel's cards change once in 2.01 seconds. */
const readsPerSecond = 2;
const updatesPerSecond = 1 / 2.01;

/**
 * 5,000 answers in a minute to one event of 500 people, then to fifty events of a hundred. Every answer and
 * every card have to be exact in the end, or nothing is measured.
 */
export const bench: Bench = {
  names: [
    "rsvp.storm",
    "rsvp.storm.spread",
    "rsvp.storm.reads",
    "rsvp.storm.cards",
    "rsvp.storm.memory",
  ],
  async measure(say) {
    await using opened = new AsyncDisposableStack();
    const rsvp = await openRsvpWorld(opened);
    const sayMemory = async (when: string) => {
      const memory = await readMemory(rsvp.world);
      say(
        `${when}: heap ${memory.heap.toFixed(1)} MB, resident ${memory.resident.toFixed(0)} MB`,
      );
      return memory;
    };
    await runStorm(opened, rsvp, {
      title: "Warming up",
      events: 1,
      peoplePerEvent: 500,
      channelsPerEvent: 10,
      answers: 500,
      seconds: 6,
    });
    const before = await sayMemory("before");
    const one = await runStorm(opened, rsvp, {
      title: "Everybody’s event",
      events: 1,
      peoplePerEvent: 500,
      channelsPerEvent: 10,
      answers,
      seconds,
    });
    sayStorm(say, "one event", one);
    await sayMemory("between");
    const spread = await runStorm(opened, rsvp, {
      title: "Small event",
      events: 50,
      peoplePerEvent: 100,
      channelsPerEvent: 1,
      answers,
      seconds,
    });
    sayStorm(say, "fifty events", spread);
    const after = await sayMemory("after");
    return [
      latencyFigure("rsvp.storm", one),
      latencyFigure("rsvp.storm.spread", spread),
      figure({
        name: "rsvp.storm.reads",
        value: Math.max(one.readsPerSecond, spread.readsPerSecond),
        unit: "reads/s/event",
        limit: readsPerSecond,
      }),
      figure({
        name: "rsvp.storm.cards",
        value: Math.max(one.updatesPerSecond, spread.updatesPerSecond),
        unit: "updates/s/channel",
        limit: updatesPerSecond,
      }),
      figure({
        name: "rsvp.storm.memory",
        value: after.heap,
        unit: "MB",
        limit: before.heap,
      }),
    ];
  },
};

function latencyFigure(name: string, { product, bare }: StormResult): Figure {
  return figure({
    name,
    value: percentile(product, 0.99),
    unit: "ms p99",
    limit: percentile(bare, 0.99),
  });
}

function sayStorm(
  say: (line: string) => void,
  where: string,
  { product, bare, ...rest }: StormResult,
): void {
  const spreadOf = (times: readonly number[]) =>
    [0.5, 0.95, 0.99, 1]
      .map((share) => percentile(times, share).toFixed(1))
      .join(" / ");
  say(
    `${where}: endpoint ${spreadOf(product)} ms, bare ${spreadOf(bare)} ms (p50 / p95 / p99 / worst), all stored ${(rest.settledMs / 1000).toFixed(1)} s after the last answer, ${rest.readsPerSecond.toFixed(2)} reads/s, ${rest.updatesPerSecond.toFixed(3)} updates/s`,
  );
}
