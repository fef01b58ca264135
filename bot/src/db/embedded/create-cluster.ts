import { spawn } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { access, chown, mkdir, readdir, readFile } from "node:fs/promises";
import { rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { majorVersion, program } from "./binaries.ts";
import { createOrReadFile } from "./create-or-read-file.ts";
import { DatabaseStartError } from "./database-start-error.ts";
import type { DatabaseHome } from "./home.ts";

/** The only user of the embedded server, and the database it uses. */
export const databaseUser = "erg_events";

/**
 * Makes the data directory at first use. initdb works in a folder beside it
 * that is renamed when it is whole, so a crash leaves rubbish that the next
 * start removes, never half a database. Returns the password.
 */
export async function ensureCluster(home: DatabaseHome): Promise<string> {
  const password = await createOrReadFile(home.passwordFile, () =>
    randomBytes(24).toString("hex"),
  );
  if (await exists(home.cluster)) {
    await requireSameVersion(home);
    return password;
  }
  await removeUnfinished(home);
  const unfinished = `${home.cluster}.unfinished-${process.pid}-${randomUUID()}`;
  inProgress.add(unfinished);
  await mkdir(unfinished, { mode: 0o700 });
  const passwordCopy = `${unfinished}.password`;
  await writeFile(passwordCopy, password, { mode: 0o600 });
  if (home.runAs) {
    await chown(unfinished, home.runAs.uid, home.runAs.gid);
    await chown(passwordCopy, home.runAs.uid, home.runAs.gid);
  }
  try {
    await runInitdb({ home, folder: unfinished, passwordFile: passwordCopy });
    await rename(unfinished, home.cluster);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    // Another process may have been first: then its cluster is ours as well.
    if (!(await exists(home.cluster))) throw error;
  } finally {
    await rm(passwordCopy, { force: true });
    inProgress.delete(unfinished);
  }
  return password;
}

/** Locale "C.UTF-8" of the builtin provider: the same order and case rules on every platform (PostgreSQL: Locale Support). */
const initdbOptions = [
  `--username=${databaseUser}`,
  "--auth=scram-sha-256",
  "--encoding=UTF8",
  "--locale=C",
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
];

async function runInitdb({
  home,
  folder,
  passwordFile,
}: {
  home: DatabaseHome;
  folder: string;
  passwordFile: string;
}): Promise<void> {
  const child = spawn(
    program(home.binaries, "initdb"),
    [`--pgdata=${folder}`, `--pwfile=${passwordFile}`, ...initdbOptions],
    {
      ...home.runAs,
      cwd: home.folder,
      env: { ...process.env, LC_ALL: "C" },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((done, fail) => {
    child.on("error", fail);
    child.on("close", done);
  }).catch((error: unknown) => {
    throw startRefused(error, home);
  });
  if (code !== 0) throw initdbFailed(output, home);
}

/** A program of PostgreSQL could not even be started. */
export function startRefused(error: unknown, home: DatabaseHome): Error {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  return new DatabaseStartError(
    home.runAs
      ? `PostgreSQL must not run as root, and becoming nobody failed here (${code}). Start as an ordinary user, or set DATABASE_URL.`
      : `PostgreSQL's programs in ${home.binaries.native} cannot be started (${code}). Run "npm ci" again, or set DATABASE_URL.`,
    { cause: error },
  );
}

function initdbFailed(output: string, home: DatabaseHome): Error {
  if (/no space left|disk quota/i.test(output)) {
    return new DatabaseStartError(
      `The disk that holds ${home.folder} is full. Free some space and start again.`,
    );
  }
  const lines = output.trim().split("\n");
  const reason =
    lines.find((line) => /error|fatal/i.test(line)) ?? lines.at(-1) ?? "";
  return new DatabaseStartError(
    `The database in ${home.folder} could not be made: ${reason.trim()}`,
  );
}

/** What this process itself is making; after a restart its id may stand on a dead one's rubbish. */
const inProgress = new Set<string>();

/** What a killed initdb left; a folder whose process still works on it stays. */
async function removeUnfinished(home: DatabaseHome): Promise<void> {
  for (const name of await readdir(home.folder)) {
    const pid = Number(/^cluster\.unfinished-(\d+)-/.exec(name)?.[1]);
    if (!pid) continue;
    const path = join(home.folder, name);
    const inUse =
      pid === process.pid
        ? inProgress.has(path.replace(/\.password$/, ""))
        : isAlive(pid);
    if (!inUse) await rm(path, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function requireSameVersion(home: DatabaseHome): Promise<void> {
  const file = join(home.cluster, "PG_VERSION");
  const found = (await readFile(file, "utf8").catch(() => "")).trim();
  const wanted = majorVersion(home.binaries);
  if (found !== wanted) {
    throw new DatabaseStartError(
      `${home.cluster} is ${found ? `data of PostgreSQL ${found}, and this is ${wanted}` : "no PostgreSQL data"}. Move the folder away, or set DATABASE_URL.`,
    );
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
