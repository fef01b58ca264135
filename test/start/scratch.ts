import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer, type AddressInfo, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** An empty data folder and free ports: a product that is in nobody's way. */
export interface Scratch {
  folder: string;
  environment: Record<string, string>;
  productUrl: string;
  pagesUrl: string;
  remove: () => Promise<void>;
}

export async function openScratch(): Promise<Scratch> {
  const folder = await mkdtemp(join(tmpdir(), "erg-start-"));
  // As root the database runs as nobody, who must be able to come in.
  await chmod(folder, 0o755);
  const ports = await freePorts();
  return {
    folder,
    environment: { ERG_EVENTS_DATA: folder, ...ports },
    productUrl: `http://localhost:${ports.PORT}`,
    pagesUrl: `http://localhost:${ports.SIMULATOR_PORT}`,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Below what systems hand out by themselves (Linux from 32768, others from 49152), so that no other connection takes one between our look and the start. */
const firstPort = 20_000;
const ports = 12_000;

/** Processes that run at the same time look in different places, and none looks twice in one. */
let next = (process.pid * 61) % ports;

export async function freePorts() {
  return {
    PORT: String(await freePort()),
    SIMULATOR_PORT: String(await freePort()),
    SIMULATOR_TLS_PORT: String(await freePort()),
  };
}

async function freePort(): Promise<number> {
  for (let tried = 0; tried < ports; tried++) {
    const server = createServer();
    try {
      const port = await listen(server, firstPort + (next++ % ports));
      await new Promise((done) => server.close(done));
      return port;
    } catch {
      // Somebody listens there: try the next.
    }
  }
  throw new Error("No port is free.");
}

/** Takes a port; any free one if none is named. */
export function listen(server: Server, port = 0): Promise<number> {
  return new Promise((done, fail) => {
    server.once("error", fail);
    server.listen(port, "127.0.0.1", () => {
      done((server.address() as AddressInfo).port);
    });
  });
}
