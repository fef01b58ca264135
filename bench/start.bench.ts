import { readFile, readdir } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { runStart } from "../test/start/run-start.ts";
import { openScratch } from "../test/start/scratch.ts";
import { figure, median, type Bench, type Figure } from "./figure.ts";

const limitSeconds = 10;
const limitMegabytes = 200;
const runs = 3;

/** A backend is at rest when it has been alone this long: each team that it has to read takes a process for a second. */
const restMs = 3_000;
const patienceMs = 60_000;

/**
 * `npm start` with an empty data folder, everything installed and built: how
 * long until it prints its address, and what memory the backend then holds.
 */
export const bench: Bench = {
  names: ["start.ready", "start.memory"],
  async measure(say) {
    const results: { seconds: number; megabytes: number | null }[] = [];
    for (let run = 1; run <= runs; run++) {
      say(`start ${run} of ${runs}`);
      results.push(await startOnce());
    }
    const seconds = median(results.map((result) => result.seconds));
    const memory = results.flatMap(({ megabytes }) => megabytes ?? []);
    return [
      figure({
        name: "start.ready",
        value: seconds,
        unit: "s",
        limit: limitSeconds,
      }),
      ...(memory.length > 0 ? [memoryFigure(median(memory))] : []),
    ];
  },
};

function memoryFigure(megabytes: number): Figure {
  return figure({
    name: "start.memory",
    value: megabytes,
    unit: "MB",
    limit: limitMegabytes,
  });
}

async function startOnce(): Promise<{
  seconds: number;
  megabytes: number | null;
}> {
  const scratch = await openScratch();
  const startedAt = performance.now();
  const product = runStart(scratch.environment, { command: "bootstrap.mjs" });
  try {
    await product.untilReady();
    const seconds = (performance.now() - startedAt) / 1000;
    return { seconds, megabytes: await megabytesAtRest(scratch.folder) };
  } finally {
    await product.kill();
    await scratch.remove();
  }
}

/** In units of 10⁶ bytes; null where the system has no /proc. */
async function megabytesAtRest(folder: string): Promise<number | null> {
  const endAt = performance.now() + patienceMs;
  let aloneSince = performance.now();
  for (;;) {
    const sizes = await backendBytes(folder);
    if (sizes.length === 0) return null;
    const now = performance.now();
    if (sizes.length > 1) aloneSince = now;
    if (now - aloneSince >= restMs) return (sizes[0] ?? 0) / 1e6;
    if (now > endAt) throw new Error("The backend does not come to rest.");
    await sleep(200);
  }
}

/** Resident memory of the backend and of each process that it runs for a while (not of its database server). */
async function backendBytes(folder: string): Promise<number[]> {
  const names = await readdir("/proc").catch(() => []);
  const sizes = await Promise.all(
    names
      .filter((name) => /^\d+$/.test(name))
      .map(async (id) => {
        const read = (name: string) =>
          readFile(`/proc/${id}/${name}`, "utf8").catch(() => "");
        if (!/\bbot\/src\/\S+\.ts/.test(await read("cmdline"))) return [];
        if (!(await read("environ")).includes(folder)) return [];
        const resident = /^VmRSS:\s+(\d+) kB/m.exec(await read("status"));
        return [Number(resident?.[1] ?? 0) * 1024];
      }),
  );
  return sizes.flat();
}
