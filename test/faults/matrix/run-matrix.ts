import { isDeepStrictEqual } from "node:util";
import type { Bound } from "./bounds.ts";
import { openFaultLane, type FaultLane, type Strike } from "./fault-lane.ts";
import { allFaultKinds, type FaultKind } from "./fault-kinds.ts";
import type { MatrixFlow } from "./matrix-flow.ts";
import type { OutgoingCall } from "./outgoing-call.ts";

/** What became of one fault at one call. */
export interface Cell {
  flow: string;
  call: OutgoingCall;
  fault: FaultKind;
  /** Empty: the end was that of the undisturbed run. */
  bounds: Bound[];
  /** What was wrong; null: nothing. */
  failure: string | null;
}

/** How often a call that a run did not come by is tried again. */
const triesPerStrike = 4;

/**
 * Runs a flow undisturbed, which records its calls, then with faults at them.
 * @param choose which of the faults at which of the calls
 */
export async function runMatrix<End>(
  flow: MatrixFlow<End>,
  options: {
    lanes: number;
    choose: (strikes: Strike[]) => Strike[];
    /** Where true, no further fault is begun. */
    isOver: () => boolean;
    say: (line: string) => void;
  },
): Promise<{ calls: OutgoingCall[]; cells: Cell[]; missed: Strike[] }> {
  const lanes = await Promise.all(
    Array.from({ length: options.lanes }, () => openFaultLane(flow)),
  );
  try {
    const [first] = lanes;
    if (!first) throw new Error("There is no lane.");
    const { end: undisturbed, calls } = await first.run(
      null,
      (world) => flow.run(world, null),
      flow.prepare,
    );
    options.say(`${flow.name}: ${calls.length} calls`);
    const waiting = options.choose(
      calls.flatMap((call) =>
        allFaultKinds.map((fault): Strike => ({ call, fault })),
      ),
    );
    const count = waiting.length;
    const cells: Cell[] = [];
    const missed: Strike[] = [];
    const tries = new Map<Strike, number>();
    await Promise.all(
      lanes.map(async (lane) => {
        for (let strike = waiting.shift(); strike; strike = waiting.shift()) {
          if (options.isOver()) return;
          const cell = await runCell(lane, { flow, undisturbed, strike });
          if (cell) {
            cells.push(cell);
            if (cells.length % 20 === 0)
              options.say(`${flow.name}: ${cells.length} of ${count} faults`);
            if (cell.failure !== null)
              options.say(
                `${cell.fault} at ${cell.call.nth}. ${cell.call.kind}: ${cell.failure}`,
              );
            continue;
          }
          // A call that was gathered with another was not made this time; it mostly is the next.
          const tried = (tries.get(strike) ?? 0) + 1;
          tries.set(strike, tried);
          if (tried < triesPerStrike) waiting.push(strike);
          else missed.push(strike);
        }
      }),
    );
    return { calls, cells, missed };
  } finally {
    await Promise.all(lanes.map((lane) => lane.close()));
  }
}

/** @returns null when the run did not come by the call */
async function runCell<End>(
  lane: FaultLane,
  given: { flow: MatrixFlow<End>; undisturbed: End; strike: Strike },
): Promise<Cell | null> {
  const { flow, undisturbed, strike } = given;
  const cell = { flow: flow.name, ...strike };
  try {
    const { end, struck } = await lane.run(
      strike,
      (world) => flow.run(world, strike),
      flow.prepare,
    );
    if (!struck) return null;
    const { bounds, withoutThem } = flow.allowances(strike, {
      end,
      undisturbed,
    });
    const isSame = isDeepStrictEqual(withoutThem, undisturbed);
    return {
      ...cell,
      bounds,
      failure: isSame
        ? null
        : `ended as ${JSON.stringify(end)} instead of ${JSON.stringify(undisturbed)}`,
    };
  } catch (error) {
    return { ...cell, bounds: [], failure: explain(error) };
  }
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined
    ? error.message
    : `${error.message} (${explain(error.cause)})`;
}
