import { readFile, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { DatabaseStartError } from "./database-start-error.ts";

/** The operating system user that a child process becomes; `null` means the one that we are. */
export type RunAs = { uid: number; gid: number } | null;

/** PostgreSQL refuses to run as root (its documentation, "The PostgreSQL User Account"), so root becomes `nobody`. */
export async function chooseRunAs(): Promise<RunAs> {
  if (process.getuid?.() !== 0) return null;
  const users = await readFile("/etc/passwd", "utf8").catch(() => "");
  const fields = users
    .split("\n")
    .map((line) => line.split(":"))
    .find(([name]) => name === "nobody");
  const uid = Number(fields?.[2]);
  const gid = Number(fields?.[3]);
  if (!fields || !Number.isInteger(uid) || !Number.isInteger(gid)) {
    throw new DatabaseStartError(
      "PostgreSQL refuses to run as root and /etc/passwd has no user `nobody` to become. Start as an ordinary user, or set DATABASE_URL.",
    );
  }
  // macOS writes nobody's ids as -2: the same 32 bits, read as unsigned.
  return { uid: uid >>> 0, gid: gid >>> 0 };
}

/** Whether `runAs` may pass through every folder above `path`, and through `path` itself where it exists. */
export async function canReach(path: string, runAs: RunAs): Promise<boolean> {
  if (!runAs) return true;
  for (let at = resolve(path); ; at = dirname(at)) {
    const found = await stat(at).catch(() => null);
    if (found?.isDirectory() && !mayEnter(found, runAs)) return false;
    if (at === dirname(at)) return true;
  }
}

function mayEnter(
  folder: { uid: number; gid: number; mode: number },
  runAs: { uid: number; gid: number },
): boolean {
  if (folder.uid === runAs.uid) return (folder.mode & 0o100) !== 0;
  if (folder.gid === runAs.gid) return (folder.mode & 0o010) !== 0;
  return (folder.mode & 0o001) !== 0;
}
