import { spawn } from "node:child_process";
import { chown, open, rename, stat } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { program } from "./binaries.ts";
import { startRefused } from "./create-cluster.ts";
import { DatabaseStartError } from "./database-start-error.ts";
import type { DatabaseHome } from "./home.ts";

/** Small, and safe: fsync and full_page_writes stay at their defaults (on). */
const settings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  // Each of our processes takes up to thirty.
  max_connections: "200",
  shared_buffers: "32MB",
  max_wal_size: "256MB",
  wal_level: "minimal",
  max_wal_senders: "0",
  io_method: "sync",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
};

export type StartOutcome =
  | { ok: true }
  /** Somebody took the port, or started a server on the same folder, in the same moment: try again. */
  | { ok: false; reason: "raced" };

/**
 * Starts the server by pg_ctl, which detaches it from this process' terminal
 * (Ctrl-C there must not end the database before the backend) and returns
 * when it accepts connections.
 */
export async function startServer(home: DatabaseHome): Promise<StartOutcome> {
  const logStart = await prepareLog(home);
  const port = await freePort();
  const options = Object.entries({ ...settings, port: String(port) })
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(" ");
  const code = await pgCtl(home, [
    "start",
    "--wait",
    "--timeout=120",
    `--log=${home.logFile}`,
    `--options=${options}`,
  ]);
  if (code === 0) return { ok: true };
  const output = await readFrom(home.logFile, logStart);
  if (/could not bind|already exists|still in use/i.test(output)) {
    return { ok: false, reason: "raced" };
  }
  throw startFailed(output, home);
}

/** Fast shutdown: open transactions are rolled back, everything is written, then the server is gone. */
export async function stopServer(home: DatabaseHome): Promise<void> {
  await pgCtl(home, ["stop", "--mode=fast", "--wait", "--timeout=60"]);
}

async function pgCtl(
  home: DatabaseHome,
  args: string[],
): Promise<number | null> {
  const child = spawn(
    program(home.binaries, "pg_ctl"),
    [...args, `--pgdata=${home.cluster}`, "--silent"],
    {
      ...home.runAs,
      cwd: home.folder,
      env: { ...process.env, LC_ALL: "C" },
      // Its own group: a second Ctrl-C must not cut off the clean stop.
      detached: true,
      windowsHide: true,
      stdio: "ignore",
    },
  );
  return new Promise<number | null>((done, fail) => {
    child.on("error", (error) => {
      fail(startRefused(error, home));
    });
    // Not "close": on Windows the server inherits what pg_ctl holds open.
    child.on("exit", done);
  });
}

const maxLogBytes = 5_000_000;

/** Keeps one older log, and makes the file writable for whom the server runs as. Returns where its output will begin. */
async function prepareLog(home: DatabaseHome): Promise<number> {
  const size = await stat(home.logFile).then(
    (found) => found.size,
    () => 0,
  );
  if (size > maxLogBytes) await rename(home.logFile, `${home.logFile}.old`);
  const file = await open(home.logFile, "a", 0o600);
  const { size: start } = await file.stat();
  await file.close();
  if (home.runAs) await chown(home.logFile, home.runAs.uid, home.runAs.gid);
  return start;
}

async function readFrom(path: string, start: number): Promise<string> {
  const file = await open(path, "r");
  try {
    const buffer = Buffer.alloc(64_000);
    const { bytesRead } = await file.read(buffer, 0, buffer.length, start);
    return buffer.toString("utf8", 0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Asks the system for a free port; in the worst case it is taken before the server has it, and the start is repeated. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done, fail) => {
    server.on("error", fail);
    server.listen(0, "127.0.0.1", done);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

function startFailed(output: string, home: DatabaseHome): Error {
  if (/no space left|disk quota/i.test(output)) {
    return new DatabaseStartError(
      `The disk that holds ${home.folder} is full. Free some space and start again.`,
    );
  }
  const lines = output.trim().split("\n");
  const reason = lines.findLast((line) => /FATAL|PANIC/.test(line)) ?? "";
  return new DatabaseStartError(
    `The embedded PostgreSQL did not start (${reason.replace(/^.*?(FATAL|PANIC):\s*/, "") || "no reason given"}); its log is ${home.logFile}.`,
  );
}
