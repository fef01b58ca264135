import { randomUUID } from "node:crypto";
import {
  AuthenticationHandler,
  Client,
  HTTPMessageHandler,
  type Context,
  type GraphRequest,
  type Middleware,
} from "@microsoft/microsoft-graph-client";
import type { AccessTokens } from "../accounts/tokens/access-token.ts";
import { correlationId } from "../correlation.ts";
import type { NoteCall } from "../metrics/note-call.ts";
import { readGraphFailure, type GraphFailure } from "./graph-failure.ts";
import type { LaneNeeds, Urgency } from "./lane/lane-rules.ts";
import type { MailboxLanes } from "./lane/mailbox-lanes.ts";
import { graphOperation } from "./graph-operation.ts";
import type { ServerClock } from "./server-clock.ts";

/** Graph as one account sees it: every call passes that account's lane. */
export interface GraphClient {
  /**
   * @param path below the version, such as `/me/events`
   * @param needs of the lane, where the call is more than one request that mails nobody
   * @throws {GraphFailure}
   */
  call<T>(
    path: string,
    send: (request: GraphRequest) => Promise<T>,
    needs?: Partial<LaneNeeds>,
  ): Promise<T>;
  /** Has the account's next calls wait: a part of a batch was asked to. */
  pause(pauseMs: number): void;
}

/** For whom calls are made: who is in a hurry goes first, and shares (groups) take turns. */
interface CallPlace {
  urgency: Urgency;
  share: string;
}

/** Opens Graph as an account sees it. */
export type GraphOf = (accountId: string, place?: CallPlace) => GraphClient;

const usualPlace: CallPlace = { urgency: "usual", share: "account" };

/** Longest pause that Graph asks for and that a call waits out by itself, in milliseconds; jobs wait out longer ones. */
const longestPauseMs = 5_000;

/** How often a call is sent that Graph answers with such a pause. */
const throttledTries = 4;

/** Where Graph throttles and names no time, in milliseconds. */
const usualPauseMs = 1_000;

/**
 * Opens Graph clients by account. The SDK's own retry handler is left out: it repeats creates blindly
 * and sleeps up to three minutes inside a slot of the lane. What Graph throttles (429) has had no effect, so it is
 * sent again after a short pause; everything else is for jobs to repeat.
 */
export function openGraphClients(options: {
  baseUrl: string;
  accessTokens: Pick<AccessTokens, "get">;
  lanes: MailboxLanes;
  serverClock: ServerClock;
  noteCall: NoteCall;
  /** Longest wait for one answer of Graph, in milliseconds. */
  answerTimeoutMs: number;
  /** Hears of every failure that says something of the account as a whole. */
  onAccountFailure: (accountId: string, failure: GraphFailure) => Promise<void>;
}): GraphOf {
  return (accountId, place = usualPlace) => {
    const lane = options.lanes(accountId);

    async function sendOnce<T>(
      path: string,
      send: (request: GraphRequest) => Promise<T>,
      needs: Partial<LaneNeeds>,
    ): Promise<T> {
      try {
        // Fetched before the turn comes: renewing a token takes a while, and a turn should not wait for it.
        const { token } = await options.accessTokens.get(accountId);
        return await lane.run({ ...place, ...needs }, async () => {
          try {
            return await send(graphRequest({ ...options, token }, path));
          } catch (error) {
            const failure = readGraphFailure(error, path);
            const pauseMs = pauseAskedBy(failure);
            if (pauseMs !== null) lane.pause(pauseMs);
            throw failure;
          }
        });
      } catch (error) {
        const failure = readGraphFailure(error, path);
        if (failure.kind === "account" || failure.kind === "forbidden")
          await options.onAccountFailure(accountId, failure);
        throw failure;
      }
    }

    return {
      async call(path, send, needs = {}) {
        for (let tries = 1; ; tries += 1) {
          try {
            return await sendOnce(path, send, needs);
          } catch (error) {
            const failure = error as GraphFailure;
            const pauseMs = pauseAskedBy(failure);
            const isSentAgain =
              failure.status === 429 &&
              pauseMs !== null &&
              pauseMs <= longestPauseMs &&
              tries < throttledTries;
            if (!isSentAgain) throw error;
          }
        }
      },
      pause: (pauseMs) => lane.pause(pauseMs),
    };
  };
}

/** Graph: "Throttling guidance": the pause holds for the mailbox, not for the one request. Null: none is asked for. */
function pauseAskedBy(failure: GraphFailure): number | null {
  // Refused by our own lane: nothing was asked of Microsoft.
  if (failure.code.startsWith("lane") || failure.kind !== "retryable")
    return null;
  if (failure.status === 429) return failure.retryAfterMs ?? usualPauseMs;
  return failure.status >= 500 ? failure.retryAfterMs : null;
}

/** Opens Graph as the app itself sees it, with its app-only token; no mailbox, so no lane. */
export function openAppGraph(options: {
  baseUrl: string;
  appToken: () => Promise<{ token: string }>;
  serverClock: ServerClock;
  noteCall: NoteCall;
  /** Longest wait for one answer of Graph, in milliseconds. */
  answerTimeoutMs: number;
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
    pause: () => undefined,
  };
}

function graphRequest(
  options: {
    baseUrl: string;
    serverClock: ServerClock;
    noteCall: NoteCall;
    token: string;
    /** Longest wait for one answer of Graph, in milliseconds. */
    answerTimeoutMs: number;
  },
  path: string,
): GraphRequest {
  return (
    sdkClient(options)
      .api(path.startsWith("https:") ? path : `${options.baseUrl}${path}`)
      // Ids must survive a move between folders, so every call asks for immutable ones.
      .header("Prefer", 'IdType="ImmutableId"')
      // By it Microsoft's support finds what one click set off, or one job.
      .header("client-request-id", correlationId() ?? randomUUID())
      .option("signal", AbortSignal.timeout(options.answerTimeoutMs))
  );
}

/** A client of the SDK that sends this token and retries nothing. */
function sdkClient(options: {
  baseUrl: string;
  serverClock: ServerClock;
  noteCall: NoteCall;
  token: string;
}): Client {
  const authentication = new AuthenticationHandler({
    getAccessToken: () => Promise.resolve(options.token),
  });
  authentication.setNext(sendAndNote(options));
  return Client.initWithMiddleware({
    middleware: authentication,
    // The SDK sends tokens only to Microsoft's hosts and those named here, and only over TLS.
    customHosts: new Set([new URL(options.baseUrl).hostname]),
  });
}

/** Sends, and notes what was called, how long it took, and what time it is at Microsoft. */
function sendAndNote(options: {
  baseUrl: string;
  serverClock: ServerClock;
  noteCall: NoteCall;
}): Middleware {
  const http = new HTTPMessageHandler();
  return {
    async execute(context: Context) {
      const sentAtMs = Date.now();
      const note = (response?: Response) =>
        options.noteCall({
          service: "graph",
          operation: graphOperation(
            context.options?.method ?? "GET",
            addressOf(context),
            options.baseUrl,
          ),
          status: response?.status ?? null,
          durationMs: Date.now() - sentAtMs,
          requestId: response?.headers.get("request-id") ?? null,
        });
      try {
        await http.execute(context);
      } catch (error) {
        note();
        throw error;
      }
      note(context.response);
      options.serverClock.note({
        date: context.response?.headers.get("date") ?? null,
        sentAtMs,
        receivedAtMs: Date.now(),
      });
    },
  };
}

/** The SDK types it as the browser's RequestInfo, which Node's types do not have. */
function addressOf(context: Context): string {
  const request = context.request as string | { url: string };
  return typeof request === "string" ? request : request.url;
}
