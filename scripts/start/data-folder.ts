import { randomBytes } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ensureCertificate } from "../../simulator/tls.ts";
import { PlainError } from "./plain-error.ts";

/** Everything that a local run keeps: the database, the simulator's organization, keys and logs. */
export type DataFolder = {
  folder: string;
  postgres: string;
  simulator: string;
  tls: string;
  logs: string;
  certificatePath: string;
  tokenEncryptionKey: string;
  /** Lets another start use the folder. */
  release: () => Promise<void>;
};

export async function openDataFolder(folder: string): Promise<DataFolder> {
  try {
    await mkdir(folder, { recursive: true });
    const release = await takeFolder(folder);
    const tls = join(folder, "tls");
    const logs = join(folder, "logs");
    await mkdir(logs, { recursive: true });
    const { certPath } = await ensureCertificate(tls);
    return {
      folder,
      postgres: join(folder, "postgres"),
      simulator: join(folder, "simulator"),
      tls,
      logs,
      certificatePath: certPath,
      tokenEncryptionKey: await ensureKey(join(folder, "keys")),
      release,
    };
  } catch (error) {
    throw explain(error, folder);
  }
}

/** Two products on one folder would share the database but not the simulator: the second is refused. */
async function takeFolder(folder: string): Promise<() => Promise<void>> {
  const lock = join(folder, "start.lock");
  const holder = Number(await readFile(lock, "utf8").catch(() => "0"));
  if (holder > 0 && holder !== process.pid && isAlive(holder)) {
    throw new PlainError(
      `${folder} is in use by process ${holder}, another "npm start". Stop that one, or choose another folder: ERG_EVENTS_DATA=… npm start. (If process ${holder} is something else, delete ${lock}.)`,
    );
  }
  await writeFile(lock, String(process.pid));
  return () => rm(lock, { force: true });
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** The key that encrypts the service account's tokens; who loses it has to connect the account again. */
async function ensureKey(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, "token-encryption-key");
  const key = randomBytes(32).toString("hex");
  await writeFile(path, key, { flag: "wx", mode: 0o600, flush: true }).catch(
    (error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    },
  );
  return (await readFile(path, "utf8")).trim();
}

function explain(error: unknown, folder: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  switch (code) {
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return new PlainError(
        `No right to write to ${folder}. Give it to the user that runs this, or choose another folder: ERG_EVENTS_DATA=… npm start.`,
      );
    case "EEXIST":
    case "ENOTDIR":
      return new PlainError(
        `${folder} cannot be a folder: a file is in the way. Choose another one: ERG_EVENTS_DATA=… npm start.`,
      );
    case "ENOSPC":
    case "EDQUOT":
      return new PlainError(
        `The disk that holds ${folder} is full. Free some space and start again.`,
      );
    default:
      return error;
  }
}
