import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import {
  startEmbeddedPostgres,
  stopEmbeddedPostgres,
} from "../../bot/src/db/embedded-postgres.ts";

const root = join(import.meta.dirname, "../../.cache/test-postgres");

/** One PostgreSQL for all tests of a run; each test makes a database of its own in it. */
export default async function globalSetup(): Promise<void> {
  await clearDeadRuns();
  const folder = join(root, String(process.pid));
  const server = await startEmbeddedPostgres({ folder, log: () => undefined });
  process.env["TEST_DATABASE_SERVER"] = server.connectionString;
  (globalThis as { stopTestDatabase?: () => Promise<void> }).stopTestDatabase =
    async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    };
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
