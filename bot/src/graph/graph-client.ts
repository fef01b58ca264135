import {
  AuthenticationHandler,
  Client,
  HTTPMessageHandler,
  type GraphRequest,
} from "@microsoft/microsoft-graph-client";
import { readGraphFailure, type GraphFailure } from "./graph-failure.ts";
import { openMailboxLane, type MailboxLane } from "./mailbox-lane.ts";

/** Graph as one account sees it: every call passes that account's lane. */
export interface GraphClient {
  /**
   * @param path below the version, such as `/me/events`
   * @throws {GraphFailure}
   */
  call<T>(
    path: string,
    send: (request: GraphRequest) => Promise<T>,
  ): Promise<T>;
}

/** Longest wait for one answer of Graph, in milliseconds. */
const answerTimeoutMs = 40_000;

/**
 * Opens Graph clients by account. The SDK's own retry handler is left out: it repeats creates blindly
 * and sleeps up to three minutes inside a slot of the lane; jobs retry instead.
 */
export function openGraphClients(options: {
  baseUrl: string;
  accessToken: (accountId: string) => Promise<string>;
  /** Hears of every failure that means that nothing of this account works until it is repaired. */
  onAccountFailure: (accountId: string, failure: GraphFailure) => Promise<void>;
}): (accountId: string) => GraphClient {
  const lanes = new Map<string, MailboxLane>();
  return (accountId) => {
    const lane = lanes.get(accountId) ?? openMailboxLane();
    lanes.set(accountId, lane);
    return {
      call: (path, send) =>
        lane.run(async () => {
          try {
            // Fetched here, not in the SDK, which would wrap and so hide what went wrong.
            const token = await options.accessToken(accountId);
            const request = sdkClient(options.baseUrl, token)
              .api(`${options.baseUrl}${path}`)
              // Ids must survive a move between folders, so every call asks for immutable ones.
              .header("Prefer", 'IdType="ImmutableId"')
              .option("signal", AbortSignal.timeout(answerTimeoutMs));
            return await send(request);
          } catch (error) {
            const failure = readGraphFailure(error, path);
            if (failure.kind === "account")
              await options.onAccountFailure(accountId, failure);
            throw failure;
          }
        }),
    };
  };
}

/** A client of the SDK that sends this token and retries nothing. */
export function sdkClient(baseUrl: string, token: string): Client {
  const authentication = new AuthenticationHandler({
    getAccessToken: () => Promise.resolve(token),
  });
  authentication.setNext(new HTTPMessageHandler());
  return Client.initWithMiddleware({
    middleware: authentication,
    // The SDK sends tokens only to Microsoft's hosts and those named here, and only over TLS.
    customHosts: new Set([new URL(baseUrl).hostname]),
  });
}
