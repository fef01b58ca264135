import { createHash, randomBytes } from "node:crypto";
import { lstat, mkdir, realpath } from "node:fs/promises";
import { join, resolve } from "node:path";
import { copyBinaries, findBinaries, type Binaries } from "./binaries.ts";
import { createOrReadFile } from "./create-or-read-file.ts";
import { DatabaseStartError } from "./database-start-error.ts";
import { canReach, chooseRunAs, type RunAs } from "./run-as.ts";

/** Where one embedded database lives, with what programs, and as whom it runs. */
export type DatabaseHome = {
  /** Holds everything below; belongs to the user that we are. */
  folder: string;
  /** PostgreSQL's data directory; belongs to the user that it runs as. */
  cluster: string;
  passwordFile: string;
  logFile: string;
  binaries: Binaries;
  runAs: RunAs;
};

/**
 * Prepares the home of the database that `folder` names. Usually that is the
 * folder itself. Where we are root and `nobody` cannot reach it (a checkout
 * below /root), data and a copy of the programs live in `elsewhere` instead,
 * under a name made from the folder's path and from an id kept inside it: who
 * deletes the folder starts anew, and a copied checkout gets its own database.
 */
export async function prepareHome({
  folder,
  log,
  elsewhere = "/var/lib/erg-events",
}: {
  folder: string;
  log: (line: string) => void;
  elsewhere?: string;
}): Promise<DatabaseHome> {
  const runAs = await chooseRunAs();
  const installed = await findBinaries();
  await mkdir(folder, { recursive: true });
  const asked = await realpath(resolve(folder));
  const dataIsReachable = await canReach(asked, runAs);
  const binariesAreReachable = await canReach(
    join(installed.native, "bin"),
    runAs,
  );
  if (dataIsReachable && binariesAreReachable) {
    return layOut({ folder: asked, binaries: installed, runAs });
  }
  await ensureOwnFolder(elsewhere);
  const home = dataIsReachable ? asked : await reachable(asked, elsewhere);
  const binaries = binariesAreReachable
    ? installed
    : await copyBinaries(installed, elsewhere);
  log(
    `PostgreSQL runs as nobody, who cannot enter ${dataIsReachable ? installed.native : asked}: using ${dataIsReachable ? binaries.native : home}.`,
  );
  return layOut({ folder: home, binaries, runAs });
}

function layOut(
  home: Pick<DatabaseHome, "folder" | "binaries" | "runAs">,
): DatabaseHome {
  return {
    ...home,
    cluster: join(home.folder, "cluster"),
    passwordFile: join(home.folder, "password"),
    logFile: join(home.folder, "postgres.log"),
  };
}

async function reachable(asked: string, elsewhere: string): Promise<string> {
  const id = await createOrReadFile(join(asked, "id"), () =>
    randomBytes(16).toString("hex"),
  );
  const name = createHash("sha256").update(`${asked}\n${id}`).digest("hex");
  const home = join(elsewhere, name.slice(0, 16));
  await ensureOwnFolder(home);
  return home;
}

/** A folder outside the checkout is trusted only if nobody but root can have put anything there. */
async function ensureOwnFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o755 });
  const found = await lstat(path);
  if (!found.isDirectory() || found.uid !== 0 || (found.mode & 0o022) !== 0) {
    throw new DatabaseStartError(
      `${path} must be a folder that belongs to root and that others cannot write to. Remove it, or set DATABASE_URL.`,
    );
  }
}
