import { createAdaptorServer } from "@hono/node-server";
import { createServer as createPlainServer, type Server } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";

export interface Listener {
  port: number;
  close(): Promise<void>;
}

type Fetch = Parameters<typeof createAdaptorServer>[0]["fetch"];

/** Listens on loopback alone; port 0 means any free one. */
export async function listen(options: {
  fetch: Fetch;
  port: number;
  tls?: { key: string; cert: string };
}): Promise<Listener> {
  const { fetch, port, tls } = options;
  const made = tls
    ? createAdaptorServer({
        fetch,
        createServer: createTlsServer,
        serverOptions: tls,
      })
    : createAdaptorServer({ fetch, createServer: createPlainServer });
  // Both branches make an HTTP/1 server.
  const server = made as Server;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () => closeServer(server),
  };
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
