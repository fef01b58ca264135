import { openLog } from "./log.ts";
import { startBackend } from "./compose.ts";
import { ConfigurationError, readConfig } from "./config.ts";
import { DatabaseStartError } from "./db/embedded/database-start-error.ts";
import { startEmbeddedPostgres } from "./db/embedded-postgres.ts";

/** Opens the database that DATABASE_URL names: a server of the operator's, or the embedded one in a folder. */
async function openServer(
  databaseUrl: string,
  log: (line: string) => void,
): Promise<{ connectionString: string; stop(): Promise<void> }> {
  if (/^postgres(ql)?:\/\//.test(databaseUrl))
    return { connectionString: databaseUrl, stop: () => Promise.resolve() };
  return startEmbeddedPostgres({ folder: databaseUrl, log });
}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = openLog(config.LOG_LEVEL);
  const database = await openServer(config.DATABASE_URL, (line) =>
    log.info(line),
  );
  const backend = await startBackend({
    config,
    connectionString: database.connectionString,
    log,
  }).catch(async (error: unknown) => {
    await database.stop();
    throw error;
  });
  log.info({ port: backend.port }, "ready");
  process.send?.({ type: "ready", url: `http://localhost:${backend.port}` });

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await backend.stop();
    await database.stop();
    process.exit(0);
  };
  const stopOrFail = (): void => {
    stop().catch((error: unknown) => {
      log.error({ err: error }, "stopping");
      process.exit(1);
    });
  };
  process.on("SIGTERM", stopOrFail);
  process.on("SIGINT", stopOrFail);
  // Started by another process: without it nobody would stop this one.
  process.on("disconnect", stopOrFail);
}

main().catch((error: unknown) => {
  const expected =
    error instanceof ConfigurationError ||
    error instanceof DatabaseStartError ||
    isAddressInUse(error);
  // One line for what an operator can mend, everything for what only we can.
  console.error(expected && error instanceof Error ? oneLine(error) : error);
  process.exit(1);
});

function isAddressInUse(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === "EADDRINUSE";
}

function oneLine(error: Error): string {
  return isAddressInUse(error)
    ? `PORT ${process.env["PORT"] ?? 3978} is taken by another program. Stop it, or set PORT to another number.`
    : error.message;
}
