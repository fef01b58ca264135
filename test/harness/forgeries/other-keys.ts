import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** The Bot Framework's key set with other endorsements: the channels that the key may speak for. */
export interface OtherKeys {
  metadataUrl: string;
  close(): Promise<void>;
}

/** @param metadataUrl of the genuine key set */
export async function openOtherKeys(
  metadataUrl: string,
  endorsements: string[],
): Promise<OtherKeys> {
  const metadata = await read<{ jwks_uri: string }>(metadataUrl);
  const { keys } = await read<{ keys: object[] }>(metadata.jwks_uri);
  const server = createServer((request, response) => {
    const document = request.url?.endsWith("/keys")
      ? { keys: keys.map((key) => ({ ...key, endorsements })) }
      : { ...metadata, jwks_uri: `${url()}/keys` };
    response.setHeader("Content-Type", "application/json");
    response.end(JSON.stringify(document));
  });
  await new Promise<void>((resolve) =>
    server.listen(0, "127.0.0.1", () => resolve()),
  );
  // A server that listens on a port has an address of this form.
  const url = () =>
    `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    metadataUrl: url(),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function read<Document>(url: string): Promise<Document> {
  // What the simulator publishes has the documented form.
  return (await (await fetch(url)).json()) as Document;
}
