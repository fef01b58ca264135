import type { Simulation } from "../simulation.ts";
import type { ServiceName } from "../http/exchange.ts";
import { maskBody, maskHeaders } from "../http/mask-secrets.ts";

export interface OutgoingReply {
  /** 0 when there was no reply. */
  status: number;
  text: string;
  contentType: string;
  headers: Headers;
}

/** One POST of the simulator to the product, listed for the inspector. Never throws. */
export async function send(
  simulation: Simulation,
  request: {
    service: ServiceName;
    url: string;
    body?: unknown;
    headers?: Record<string, string>;
    timeoutMs: number;
    /** For tries at a bot that may not be up yet. */
    isListedOnlyWhenAnswered?: boolean;
  },
): Promise<OutgoingReply> {
  const at = simulation.clock.now();
  const startedMs = performance.now();
  const text = request.body === undefined ? "" : JSON.stringify(request.body);
  const headers = new Headers({
    "Content-Type":
      request.body === undefined
        ? "text/plain; charset=utf-8"
        : "application/json; charset=utf-8",
    ...request.headers,
  });
  const reply = await post(request.url, {
    headers,
    text,
    timeoutMs: request.timeoutMs,
  });
  if (reply.status === 0 && request.isListedOnlyWhenAnswered) return reply;
  simulation.exchanges.record({
    at: at.toISOString(),
    service: request.service,
    direction: "out",
    method: "POST",
    url: request.url,
    status: reply.status,
    durationMs: Math.round(performance.now() - startedMs),
    requestHeaders: maskHeaders(headers),
    requestBody: maskBody(text, headers.get("content-type")),
    responseHeaders: maskHeaders(reply.headers),
    responseBody: maskBody(reply.text, reply.contentType),
  });
  return reply;
}

async function post(
  url: string,
  options: { headers: Headers; text: string; timeoutMs: number },
): Promise<OutgoingReply> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: options.headers,
      body: options.text,
      redirect: "manual",
      signal: AbortSignal.timeout(options.timeoutMs),
    });
    return {
      status: response.status,
      text: await response.text(),
      contentType: response.headers.get("content-type") ?? "",
      headers: response.headers,
    };
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return { status: 0, text, contentType: "", headers: new Headers() };
  }
}
