import { contosoSeed } from "./seed/contoso.ts";
import { parseCliOptions } from "./cli-options.ts";
import { startSimulator } from "./start-simulator.ts";
import { ensureCertificate } from "./tls.ts";

/** Runs the simulator until it is told to end, or its parent is gone. */
async function main(): Promise<void> {
  const options = parseCliOptions(process.env);
  const tls = await ensureCertificate(options.tlsFolder);
  const simulator = await startSimulator({
    ...(options.folder ? { folder: options.folder } : {}),
    port: options.port,
    tlsPort: options.tlsPort,
    tls,
    product: { publicUrl: options.publicUrl },
    worldSeed: contosoSeed({ moreEmployees: options.employees }),
  });

  let isEnding = false;
  const end = () => {
    if (isEnding) return;
    isEnding = true;
    void simulator.close().then(() => process.exit(0));
  };
  process.on("SIGTERM", end);
  process.on("SIGINT", end);
  // Started with an IPC channel: when the parent dies, so does the simulator.
  process.on("disconnect", end);
  process.send?.({
    type: "ready",
    pagesUrl: simulator.pagesUrl,
    tlsUrl: simulator.tlsUrl,
    environment: simulator.environment(),
  });
  console.log(
    `Microsoft 365 simulator: ${simulator.pagesUrl} (pages), ${simulator.tlsUrl} (services)`,
  );
}

main().catch((error: unknown) => {
  console.error(explain(error));
  process.exit(1);
});

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  return code === "EADDRINUSE"
    ? `Port ${port ?? ""} is taken. End what uses it, or set SIMULATOR_PORT and SIMULATOR_TLS_PORT.`
    : error.message;
}
