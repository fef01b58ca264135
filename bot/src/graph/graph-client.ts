import {
  AuthenticationHandler,
  Client,
  HTTPMessageHandler,
  type Context,
  type GraphRequest,
  type Middleware,
} from "@microsoft/microsoft-graph-client";
import type { AccessTokens } from "../accounts/tokens/access-token.ts";
import { readGraphFailure, type GraphFailure } from "./graph-failure.ts";
import type { MailboxLanes } from "./mailbox-lane.ts";
import type { ServerClock } from "./server-clock.ts";

/** Graph as one account sees it: every call passes that account's lane. */
export interface GraphClient {
  /**
   * @param path below the version, such as `/me/events`
   * @throws {GraphFailure}
   */
  call<T>(
    path: string,
    send: (request: GraphRequest) => Promise<T>,
    /** Of the lane; one for a single request. */
    slots?: number,
  ): Promise<T>;
}

/** Longest wait for one answer of Graph, in milliseconds, where the caller names none. */
const usualTimeoutMs = 40_000;

/**
 * Opens Graph clients by account. The SDK's own retry handler is left out: it repeats creates blindly
 * and sleeps up to three minutes inside a slot of the lane; jobs retry instead.
 */
export function openGraphClients(options: {
  baseUrl: string;
  accessTokens: Pick<AccessTokens, "get">;
  lanes: MailboxLanes;
  serverClock: ServerClock;
  answerTimeoutMs?: number;
  /** Hears of every failure that says something of the account as a whole. */
  onAccountFailure: (accountId: string, failure: GraphFailure) => Promise<void>;
}): (accountId: string) => GraphClient {
  return (accountId) => ({
    call: (path, send, slots) =>
      options.lanes(accountId).run(async () => {
        try {
          // Fetched here, not in the SDK, which would wrap and so hide what went wrong.
          const { token } = await options.accessTokens.get(accountId);
          return await send(graphRequest({ ...options, token }, path));
        } catch (error) {
          const failure = readGraphFailure(error, path);
          if (failure.kind === "account" || failure.kind === "forbidden")
            await options.onAccountFailure(accountId, failure);
          throw failure;
        }
      }, slots),
  });
}

/** Opens Graph as the app itself sees it, with its app-only token; no mailbox, so no lane. */
export function openAppGraph(options: {
  baseUrl: string;
  appToken: () => Promise<{ token: string }>;
  serverClock: ServerClock;
  answerTimeoutMs?: number;
}): GraphClient {
  return {
    async call(path, send) {
      try {
        const { token } = await options.appToken();
        return await send(graphRequest({ ...options, token }, path));
      } catch (error) {
        throw readGraphFailure(error, path);
      }
    },
  };
}

function graphRequest(
  options: {
    baseUrl: string;
    serverClock: ServerClock;
    token: string;
    answerTimeoutMs?: number;
  },
  path: string,
): GraphRequest {
  return (
    sdkClient(options)
      .api(path.startsWith("https:") ? path : `${options.baseUrl}${path}`)
      // Ids must survive a move between folders, so every call asks for immutable ones.
      .header("Prefer", 'IdType="ImmutableId"')
      .option(
        "signal",
        AbortSignal.timeout(options.answerTimeoutMs ?? usualTimeoutMs),
      )
  );
}

/** A client of the SDK that sends this token and retries nothing. */
function sdkClient(options: {
  baseUrl: string;
  serverClock: ServerClock;
  token: string;
}): Client {
  const authentication = new AuthenticationHandler({
    getAccessToken: () => Promise.resolve(options.token),
  });
  authentication.setNext(noteTime(options.serverClock));
  return Client.initWithMiddleware({
    middleware: authentication,
    // The SDK sends tokens only to Microsoft's hosts and those named here, and only over TLS.
    customHosts: new Set([new URL(options.baseUrl).hostname]),
  });
}

/** Sends, and notes what time it is at Microsoft. */
function noteTime(serverClock: ServerClock): Middleware {
  const http = new HTTPMessageHandler();
  return {
    async execute(context: Context) {
      const sentAtMs = Date.now();
      await http.execute(context);
      serverClock.note({
        date: context.response?.headers.get("date") ?? null,
        sentAtMs,
        receivedAtMs: Date.now(),
      });
    },
  };
}
