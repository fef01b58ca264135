import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { Simulator } from "../../simulator/start-simulator.ts";

/** Stands where the Bot Framework stands: the playground's activities have no token, the product wants one. */
export interface Gateway {
  /** Takes activities and passes them on to the product, signed. */
  url: string;
  close(): Promise<void>;
}

export async function openGateway(simulator: Simulator): Promise<Gateway> {
  const failures: unknown[] = [];
  const server = createServer((request, response) => {
    passOn(simulator, request)
      .then((reply) => {
        response.writeHead(reply.status || 502, {
          "Content-Type": "application/json",
        });
        response.end(reply.body === "" ? "" : JSON.stringify(reply.body));
      })
      .catch((error: unknown) => {
        failures.push(error);
        response.destroy();
      });
  });
  await new Promise<void>((resolve) =>
    server.listen(0, "127.0.0.1", () => resolve()),
  );
  // A server that listens on a port has an address of this form.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/api/messages`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      if (failures.length > 0)
        throw new AggregateError(failures, "The gateway could not pass on.");
    },
  };
}

async function passOn(simulator: Simulator, request: IncomingMessage) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  // Whatever it is, the product has to judge it.
  const activity = JSON.parse(Buffer.concat(chunks).toString("utf8")) as {
    serviceUrl?: string;
  };
  return simulator.sendActivity(activity, {
    claims: { claims: { serviceurl: activity.serviceUrl } },
  });
}
