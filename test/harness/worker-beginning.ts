import { existsSync } from "node:fs";
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import type { Beginning, Ports } from "./beginning.ts";
import type { TestDatabase } from "./database.ts";

/** A product that is installed in the groups of the seed, ready to be gone on with. */
export interface BegunWorld {
  ports: Ports;
  database: TestDatabase;
  /** A copy of one's own. */
  simulatorFolder: string;
  /** Lets the next world have its ports. */
  giveBack(): void;
}

let isTaken = false;
let copies = 0;

/**
 * What most tests begin with, made once for each of jest's workers: it takes the product several seconds to be installed
 * and to read its groups. Addresses are stored in it, so its ports stay.
 * @returns null while another world of this worker has those ports, and where no jest runs: benches begin at the beginning
 */
export async function beginInWorker(
  prepare: Prepare,
): Promise<BegunWorld | null> {
  const run = process.env["TEST_RUN_FOLDER"];
  const worker = process.env["JEST_WORKER_ID"];
  if (isTaken || run === undefined || worker === undefined) return null;
  isTaken = true;
  try {
    const { ports, database, simulatorFolder } = await readOrPrepare(
      join(run, `worker-${worker}`),
      prepare,
    );
    if (!(await areFree(ports))) {
      isTaken = false;
      return null;
    }
    copies += 1;
    const copy = `${simulatorFolder}-${process.pid}-${Date.now()}-${copies}`;
    await cp(simulatorFolder, copy, { recursive: true });
    return {
      ports,
      database,
      simulatorFolder: copy,
      giveBack: () => {
        isTaken = false;
      },
    };
  } catch (error) {
    isTaken = false;
    throw error;
  }
}

type Prepare = (ports: Ports, folder: string) => Promise<Beginning>;

type Kept = Beginning & { ports: Ports };

/** Test files share nothing but the disk. */
async function readOrPrepare(folder: string, prepare: Prepare): Promise<Kept> {
  const note = join(folder, "beginning.json");
  if (existsSync(note)) {
    const kept = JSON.parse(await readFile(note, "utf8")) as Omit<
      Kept,
      "database"
    > & { connectionString: string };
    return { ...kept, database: databaseAt(kept.connectionString) };
  }
  await mkdir(folder, { recursive: true });
  const ports = await calmPorts();
  const beginning = await prepare(ports, join(folder, "simulator"));
  const { connectionString } = beginning.database;
  await writeFile(
    note,
    JSON.stringify({
      ports,
      simulatorFolder: beginning.simulatorFolder,
      connectionString,
    }),
  );
  return { ...beginning, ports };
}

/** It goes with the server, when the run ends. */
function databaseAt(connectionString: string): TestDatabase {
  return { connectionString, drop: () => Promise.resolve() };
}

/** Ports below those that the system gives to outgoing connections, so that they are free again each time. */
async function calmPorts(): Promise<Ports> {
  const found: number[] = [];
  while (found.length < 3) {
    const port = 15_000 + Math.floor(Math.random() * 15_000);
    if (!found.includes(port) && (await isFree(port))) found.push(port);
  }
  const [product = 0, pages = 0, tls = 0] = found;
  return { product, pages, tls };
}

async function areFree({ product, pages, tls }: Ports): Promise<boolean> {
  for (const port of [product, pages, tls])
    if (!(await isFree(port))) return false;
  return true;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
