import { execFile } from "node:child_process";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const execFileAsync = promisify(execFile);

/** A server's own note about itself (PostgreSQL: Database File Layout, postmaster.pid). */
export type Postmaster = { pid: number; port: number | null; ready: boolean };

/** What `postmaster.pid` in the data directory says; `null` when there is none. */
export async function readPostmasterFile(
  cluster: string,
): Promise<Postmaster | null> {
  const text = await readFile(fileOf(cluster), "utf8").catch(() => null);
  if (text === null) return null;
  const lines = text.split("\n").map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  const port = Number(lines[3]);
  return {
    pid,
    port: Number.isInteger(port) && port > 0 ? port : null,
    ready: lines[7] === "ready",
  };
}

/** Whether the process of that id is a postgres: after a crash the number may belong to somebody else. */
export async function isPostgres(pid: number): Promise<boolean> {
  const command = await commandOf(pid);
  return command !== null && /postgres/i.test(command);
}

/**
 * Makes a note whose process is gone harmless. PostgreSQL refuses to start
 * while the noted process id is alive, whoever has it now, unless it is that
 * of its own parent; so our id goes there. Deleting the file instead would
 * lose the shared memory key in it, by which PostgreSQL notices processes of
 * the dead server that still write.
 */
export async function disownPostmasterFile(cluster: string): Promise<void> {
  const text = await readFile(fileOf(cluster), "utf8").catch(() => null);
  if (text === null) return;
  // Windows knows no such parent, and notices running processes without the file.
  if (process.platform === "win32") return rm(fileOf(cluster), { force: true });
  const [, ...rest] = text.split("\n");
  await writeFile(fileOf(cluster), [String(process.pid), ...rest].join("\n"));
}

function fileOf(cluster: string): string {
  return join(cluster, "postmaster.pid");
}

async function commandOf(pid: number): Promise<string | null> {
  if (process.platform === "linux") {
    return readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => null);
  }
  const [file, args] =
    process.platform === "win32"
      ? ["tasklist", ["/FI", `PID eq ${pid}`, "/FO", "CSV", "/NH"]]
      : ["ps", ["-p", String(pid), "-o", "command="]];
  return execFileAsync(file, args).then(
    ({ stdout }) => stdout,
    () => null,
  );
}
