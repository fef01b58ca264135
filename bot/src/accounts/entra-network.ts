import type {
  INetworkModule,
  NetworkRequestOptions,
  NetworkResponse,
} from "@azure/msal-node";
import type { NoteCall } from "../metrics/note-call.ts";

/** Longest wait for one answer of Entra, in milliseconds; MSAL's own client waits for tokens without an end. */
const longestTimeoutMs = 15_000;

/** How MSAL reaches Entra: with an end to every wait, because a renewal holds the account's tokens meanwhile. */
export function openEntraNetwork(
  config: { ANSWER_TIMEOUT_SECONDS: number },
  noteCall: NoteCall,
): INetworkModule {
  const timeoutMs = Math.min(
    longestTimeoutMs,
    config.ANSWER_TIMEOUT_SECONDS * 1_000,
  );
  return {
    sendGetRequestAsync: (url, options) =>
      send(noteCall, "GET", url, { ...options, timeoutMs }),
    sendPostRequestAsync: (url, options) =>
      send(noteCall, "POST", url, { ...options, timeoutMs }),
  };
}

async function send<T>(
  noteCall: NoteCall,
  method: "GET" | "POST",
  url: string,
  options: NetworkRequestOptions & { timeoutMs: number },
): Promise<NetworkResponse<T>> {
  const startedAt = performance.now();
  const note = (status: number | null, requestId?: string | null) =>
    noteCall({
      service: "entra",
      // MSAL posts for tokens alone, and reads what the authority says of itself.
      operation: method === "POST" ? "token" : "metadata",
      status,
      durationMs: performance.now() - startedAt,
      requestId: requestId ?? null,
    });
  const response = await fetch(url, {
    method,
    headers: options.headers ?? {},
    ...(method === "POST" && { body: options.body ?? "" }),
    signal: AbortSignal.timeout(options.timeoutMs),
  }).catch((error: unknown) => {
    note(null);
    throw error;
  });
  note(response.status, response.headers.get("x-ms-request-id"));
  return {
    headers: Object.fromEntries(response.headers),
    // MSAL reads each answer in its own shape; one that is no JSON counts as none.
    body: (await response.json()) as T,
    status: response.status,
  };
}
