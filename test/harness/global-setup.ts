import { rm } from "node:fs/promises";
import { join } from "node:path";
import { startEmbeddedPostgres } from "../../bot/src/db/embedded-postgres.ts";

/** One PostgreSQL for all tests; each test makes a database of its own in it. */
export default async function globalSetup(): Promise<void> {
  const folder = join(import.meta.dirname, "../../.cache/test-postgres");
  await rm(folder, { recursive: true, force: true });
  const server = await startEmbeddedPostgres({
    folder,
    log: () => undefined,
  });
  process.env["TEST_DATABASE_SERVER"] = server.connectionString;
  (globalThis as { stopTestDatabase?: () => Promise<void> }).stopTestDatabase =
    () => server.stop();
}
