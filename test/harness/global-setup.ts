import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import {
  startEmbeddedPostgres,
  stopEmbeddedPostgres,
} from "../../bot/src/db/embedded-postgres.ts";
import { bundleBackend } from "./bundle-backend.ts";

const root = join(import.meta.dirname, "../../.cache/test-postgres");

/** One PostgreSQL for all tests of a run, each test makes a database of its own in it; and one bundle of the backend. */
export default async function globalSetup(): Promise<void> {
  await clearDeadRuns();
  const folder = join(root, String(process.pid));
  const [server, backend] = await Promise.all([
    startEmbeddedPostgres({ folder, log: () => undefined }),
    bundleBackend(join(folder, "backend")),
  ]);
  await waitForNoDisk(server.connectionString);
  process.env["TEST_DATABASE_SERVER"] = server.connectionString;
  process.env["TEST_RUN_FOLDER"] = folder;
  process.env["TEST_BACKEND"] = backend;
  (globalThis as { stopTestDatabase?: () => Promise<void> }).stopTestDatabase =
    async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    };
}

/** Tests kill the product, never the database's machine: what is written may reach the disk later. */
async function waitForNoDisk(connectionString: string): Promise<void> {
  const client = new pg.Client(connectionString);
  await client.connect();
  for (const costly of ["fsync", "full_page_writes", "synchronous_commit"])
    await client.query(`alter system set ${costly} = off`);
  await client.query("select pg_reload_conf()");
  await client.end();
}

/** A run that was killed left its server; runs that still go on keep theirs. */
async function clearDeadRuns(): Promise<void> {
  await mkdir(root, { recursive: true });
  for (const name of await readdir(root)) {
    if (isRunning(Number(name))) continue;
    const folder = join(root, name);
    await stopEmbeddedPostgres({ folder });
    await rm(folder, { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
