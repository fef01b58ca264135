import { runFanout, type FanoutResult } from "./fanout/run-fanout.ts";
import { figure, type Bench } from "./figure.ts";
import { openGround } from "./open-ground.ts";

/** 2,000 in all. */
const size = { creates: 1_000, updates: 500, cancels: 500 };

/**
 * 2,000 creates, updates and cancellations at once, while each call of Graph takes 200 ms and 5 in 100 are throttled:
 * how near the product comes to four requests at a time, which is what a mailbox takes, sent by the SDK alone and with
 * no time lost in between. Every mailbox is looked at, or nothing is measured.
 */
export const bench: Bench = {
  names: ["invite.fanout", "invite.fanout.three", "invite.fanout.memory"],
  async measure(say) {
    await using opened = new AsyncDisposableStack();
    await openGround(opened);
    const one = await runFanout(size, 1);
    sayFanout(say, "one process", one);
    const three = await runFanout(size, 3);
    sayFanout(say, "three processes", three);
    return [
      throughput("invite.fanout", one),
      throughput("invite.fanout.three", three),
      figure({
        name: "invite.fanout.memory",
        value: one.after.heap,
        unit: "MB",
        limit: one.before.heap,
      }),
    ];
  },
};

function throughput(name: string, result: FanoutResult) {
  return figure({
    name,
    value: result.callsPerSecond,
    unit: "calls/s",
    limit: result.idealCallsPerSecond,
  });
}

function sayFanout(
  say: (line: string) => void,
  where: string,
  result: FanoutResult,
): void {
  say(
    `${where}: ${result.calls} calls of Graph in ${result.seconds.toFixed(1)} s, each ${result.callMs.toFixed(0)} ms by the SDK alone, ${result.mostInFlight} in flight at most, heap ${result.before.heap.toFixed(1)} → ${result.after.heap.toFixed(1)} MB, resident ${result.before.resident.toFixed(0)} → ${result.after.resident.toFixed(0)} MB`,
  );
}
