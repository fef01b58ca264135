import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { startEmbeddedPostgres } from "../../bot/src/db/embedded-postgres.ts";
import { ensureCertificate } from "../../simulator/tls.ts";
import { launchBrowser } from "../../test/harness/browser.ts";
import { openWorld, type World } from "../../test/harness/world.ts";

/** The product on a simulated Microsoft 365, and a browser to look at it. */
export interface Stage {
  world: World;
  browser: Browser;
  close(): Promise<void>;
}

/** Starts everything on free ports, with a database that is thrown away afterwards. */
export async function openStage(folder: string): Promise<Stage> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const opened = new AsyncDisposableStack();
  opened.defer(() => rm(folder, { recursive: true, force: true }));
  try {
    const tlsFolder = join(folder, "tls");
    const { certPath } = await ensureCertificate(tlsFolder);
    const database = await startEmbeddedPostgres({
      folder: join(folder, "postgres"),
      log: () => undefined,
    });
    opened.defer(() => database.stop());
    // The harness of the tests finds these in the environment.
    process.env["TEST_TLS_FOLDER"] = tlsFolder;
    process.env["NODE_EXTRA_CA_CERTS"] = certPath;
    process.env["TEST_DATABASE_SERVER"] = database.connectionString;
    const world = await openWorld();
    opened.defer(() => world.close());
    const browser = await launchBrowser();
    opened.defer(() => browser.close());
    return { world, browser, close: () => opened.disposeAsync() };
  } catch (error) {
    await opened.disposeAsync();
    throw error;
  }
}
