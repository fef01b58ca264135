import { dirname, resolve } from "node:path";
import { stopEmbeddedPostgres } from "../../bot/src/db/embedded-postgres.ts";
import { bringUp } from "./bring-up.ts";
import type { Child } from "./child.ts";
import { openDataFolder } from "./data-folder.ts";
import { PlainError } from "./plain-error.ts";
import { readPorts, requireFreePorts } from "./ports.ts";
import { readyLines } from "./ready-lines.ts";
import { listenForStop, type StopRequest } from "./stop-request.ts";

/**
 * Runs the whole product against the simulator until Ctrl-C, and leaves no
 * process behind, however it ends. Returns the exit code.
 */
export async function runProduct({
  watch,
}: {
  watch: boolean;
}): Promise<number> {
  const startedAt = performance.now();
  const root = dirname(dirname(import.meta.dirname));
  const environment = process.env;
  const stop = listenForStop();
  try {
    const ports = readPorts(environment);
    await requireFreePorts(ports);
    const data = await openDataFolder(
      resolve(root, environment["ERG_EVENTS_DATA"] ?? ".data"),
    );
    const databaseUrl = environment["DATABASE_URL"] ?? data.postgres;
    const children: Child[] = [];
    try {
      const plan = { root, ports, data, databaseUrl, watch, environment };
      const url = await untilStopped(
        bringUp(plan, children, stop.requested),
        stop,
      );
      if (url === null) return 0;
      const elapsedMs = performance.now() - startedAt;
      console.log(readyLines({ url, elapsedMs, data, watch }));
      return await untilSomethingEnds(children, stop);
    } finally {
      await endAll({ children, databaseUrl, stop });
      await data.release();
    }
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    console.error(error.message);
    return 1;
  } finally {
    stop.dispose();
  }
}

async function untilStopped<T>(
  work: Promise<T>,
  stop: StopRequest,
): Promise<T | null> {
  // Whoever stops first may leave the other to fail later, unheard.
  work.catch(() => undefined);
  return Promise.race([work, requested(stop).then(() => null)]);
}

async function untilSomethingEnds(
  children: Child[],
  stop: StopRequest,
): Promise<number> {
  const line = await Promise.race([
    requested(stop).then(() => null),
    ...children.map((child) => child.ended),
  ]);
  if (line === null) return 0;
  throw new PlainError(line);
}

function requested(stop: StopRequest): Promise<void> {
  if (stop.requested.aborted) return Promise.resolve();
  return new Promise((done) => {
    stop.requested.addEventListener("abort", () => {
      done();
    });
  });
}

/** The last started ends first: the backend still needs the simulator while it finishes. */
async function endAll({
  children,
  databaseUrl,
  stop,
}: {
  children: Child[];
  databaseUrl: string;
  stop: StopRequest;
}): Promise<void> {
  if (stop.requested.aborted) console.log("Stopping…");
  for (const child of children.toReversed()) {
    await child.stop({ graceMs: 20_000, forced: stop.forced });
  }
  // A backend that was killed could not stop its database.
  if (!/^postgres(ql)?:/.test(databaseUrl)) {
    await stopEmbeddedPostgres({ folder: databaseUrl });
  }
}
