import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

export interface ReceivedRequest {
  path: string;
  headers: IncomingHttpHeaders;
  body: unknown;
}

/** An address of the product's own, as far as a test needs one. */
export interface TestEndpoint {
  url: string;
  received: ReceivedRequest[];
  /** Resolves once so many have come. */
  untilReceived(count: number): Promise<ReceivedRequest[]>;
  close(): Promise<void>;
}

/** Answers validation requests by itself, everything else with what `status` says. */
export async function startEndpoint(
  options: {
    status?: (request: ReceivedRequest) => number;
    validate?: boolean;
    port?: number;
  } = {},
): Promise<TestEndpoint> {
  const received: ReceivedRequest[] = [];
  let waiting: (() => void)[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    const token = url.searchParams.get("validationToken");
    if (token !== null && (options.validate ?? true)) {
      response.writeHead(200, { "content-type": "text/plain" }).end(token);
      return;
    }
    let text = "";
    request.on("data", (chunk: Buffer) => (text += chunk.toString("utf8")));
    request.on("end", () => {
      const entry: ReceivedRequest = {
        path: url.pathname,
        headers: request.headers,
        body: text === "" ? null : JSON.parse(text),
      };
      const status = options.status?.(entry) ?? 202;
      if (status < 300) received.push(entry);
      response.writeHead(status).end();
      waiting.forEach((check) => check());
    });
  });
  await new Promise<void>((resolve) =>
    server.listen(options.port ?? 0, "127.0.0.1", resolve),
  );
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    untilReceived: (count) =>
      new Promise((resolve) => {
        const check = () => {
          if (received.length < count) return;
          waiting = waiting.filter((other) => other !== check);
          resolve(received);
        };
        waiting.push(check);
        check();
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
