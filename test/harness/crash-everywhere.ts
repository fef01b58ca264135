import {
  openCrashLane,
  type CrashLane,
  type CrashPoint,
} from "./crash-lane.ts";
import { drawFaults } from "./drawn-faults.ts";
import type { World } from "./world.ts";

/** How often a write that a run did not come by is tried again. */
const triesPerPoint = 4;

/**
 * The queue's own bookkeeping: how many jobs it hands out or ends with one statement is a matter of moments, so that
 * another run may have no seventeenth of them.
 */
const byTheMoment = /^database update pgboss\.job_common /;

/** Most lanes at a time. */
const mostLanes = 3;

/** From so many runs on a further lane is worth the time in which it gets ready. */
const runsPerLane = 6;

/**
 * Runs a flow undisturbed, then once for each write that it made and that is drawn (`drawFaults`), killed there; a
 * write that a run did not come by is tried again.
 *
 * @param prepare what has happened in that world before, without a kill
 * @param flow runs in a fresh world and answers what is left in the end
 * @param isOurs which of the recorded writes are killed at
 * @param check compares what is left after a kill with the undisturbed run
 */
export async function crashEverywhere<End>(
  given: CrashedFlow<End>,
): Promise<Crashes<End>> {
  const lanes = [await openCrashLane()];
  try {
    return await crashInLanes(lanes, given);
  } finally {
    await Promise.all(lanes.map((lane) => lane.close()));
  }
}

interface CrashedFlow<End> {
  prepare?: (world: World) => Promise<void>;
  flow: (world: World) => Promise<End>;
  isOurs: (point: CrashPoint) => boolean;
  check: (left: End, undisturbed: End) => void;
}

interface Crashes<End> {
  /** All that were recorded, drawn or not. */
  points: CrashPoint[];
  undisturbed: End;
  failures: string[];
  missed: CrashPoint[];
}

/** @param lanes one, to which more are added where there is enough to do */
async function crashInLanes<End>(
  lanes: CrashLane[],
  given: CrashedFlow<End>,
): Promise<Crashes<End>> {
  const [first] = lanes;
  if (!first) throw new Error("There is no lane.");
  let undisturbed: { end: End } | null = null;
  const { passed } = await first.run(
    null,
    async (world) => {
      undisturbed = { end: await given.flow(world) };
    },
    given.prepare,
  );
  const { end } = undisturbed as unknown as { end: End };
  const points = passed.filter(given.isOurs);
  const { said, isDrawn } = drawFaults(process.env, new Date());
  const waiting = points.filter(({ label, nth }) =>
    isDrawn(`${nth}. ${label}`),
  );
  process.stderr.write(
    `Killing at ${waiting.length} of ${points.length} writes (${said}).\n`,
  );
  const wanted = Math.min(mostLanes, Math.ceil(waiting.length / runsPerLane));
  while (lanes.length < wanted) lanes.push(await openCrashLane());
  const failures: string[] = [];
  const missed: CrashPoint[] = [];
  const notReached = new Map<CrashPoint, number>();
  await Promise.all(
    lanes.map(async (lane) => {
      for (let point = waiting.shift(); point; point = waiting.shift()) {
        try {
          const { killed } = await lane.run(
            point,
            async (world) => {
              given.check(await given.flow(world), end);
            },
            given.prepare,
          );
          if (killed) continue;
          // A job that coalesced with another did not write this time; it mostly does the next.
          const tries = (notReached.get(point) ?? 0) + 1;
          notReached.set(point, tries);
          if (tries < triesPerPoint) waiting.push(point);
          else if (!byTheMoment.test(point.label)) missed.push(point);
        } catch (error) {
          failures.push(`${point.nth}. ${point.label}: ${String(error)}`);
        }
      }
    }),
  );
  return { points, undisturbed: end, failures, missed };
}
