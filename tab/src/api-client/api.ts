import { createContext, useContext } from "react";
import type { SsoToken } from "../teams/sso-token.ts";
import { ApiError } from "./api-error.ts";
import { readProblem } from "./read-problem.ts";

interface ApiRequest<T> {
  method?: "GET" | "POST" | "PUT" | "DELETE";
  path: string;
  body?: unknown;
  /** The version of the event that the change starts from. */
  ifMatch?: number;
  /** The same for each repetition of one write, so that it takes effect once. */
  idempotencyKey?: string;
  signal?: AbortSignal;
  /** Turns the JSON of the answer into what the caller works with; throws when it is something else. */
  read: (body: unknown) => T;
}

export interface Api {
  request: <T>(request: ApiRequest<T>) => Promise<T>;
  /**
   * Asks for what a page will ask for, before that page is there. The first request of this path takes this answer.
   */
  ahead: (path: string) => void;
  /** An answer whose body is read while it arrives. */
  open: (path: string, signal: AbortSignal) => Promise<Response>;
}

const answerWithinMs = 30_000;

/** The backend's HTTP API with the SSO token of the Teams client; a refused token is renewed once. */
export function createApi(deps: {
  ssoToken: SsoToken;
  fetch: typeof fetch;
}): Api {
  async function send(path: string, init: RequestInit): Promise<Response> {
    const first = await sendWith(await token({ renew: false }), path, init);
    if (first.status !== 401) return first;
    return sendWith(await token({ renew: true }), path, init);
  }

  async function token(options: { renew: boolean }): Promise<string> {
    try {
      return await deps.ssoToken(options);
    } catch (cause) {
      throw new ApiError({
        status: 0,
        code: "noToken",
        message:
          "Teams could not sign you in. Open the app again; if that does not help, ask an administrator to approve ERG Events.",
        cause,
      });
    }
  }

  async function sendWith(bearer: string, path: string, init: RequestInit) {
    const headers = new Headers(init.headers);
    headers.set("authorization", `Bearer ${bearer}`);
    try {
      return await deps.fetch(path, { ...init, headers });
    } catch (cause) {
      throw new ApiError({
        status: 0,
        code: "unreachable",
        message:
          "ERG Events cannot be reached. Check your connection and try again.",
        cause,
      });
    }
  }

  const asked = new Map<string, Promise<unknown>>();

  async function answer(request: ApiRequest<unknown>): Promise<unknown> {
    const response = await send(request.path, initOf(request));
    const body: unknown = await response.json().catch(() => null);
    if (!response.ok) throw readProblem(response.status, body);
    return body;
  }

  return {
    async request(request) {
      const { method = "GET", path } = request;
      const early = method === "GET" ? asked.get(path) : undefined;
      asked.delete(path);
      return request.read(await (early ?? answer(request)));
    },
    ahead(path) {
      const early = answer({ path, read: (body) => body });
      // Whoever asks hears of a failure; that nobody has asked yet is none.
      early.catch(() => undefined);
      asked.set(path, early);
    },
    async open(path, signal) {
      const response = await send(path, { signal });
      if (response.ok) return response;
      throw readProblem(
        response.status,
        await response.json().catch(() => null),
      );
    },
  };
}

function initOf(request: Omit<ApiRequest<unknown>, "read">): RequestInit {
  const headers = new Headers({ accept: "application/json" });
  if (request.body !== undefined) {
    headers.set("content-type", "application/json");
  }
  if (request.ifMatch !== undefined) {
    headers.set("if-match", `"${request.ifMatch}"`);
  }
  if (request.idempotencyKey !== undefined) {
    headers.set("idempotency-key", request.idempotencyKey);
  }
  const limit = AbortSignal.timeout(answerWithinMs);
  return {
    method: request.method ?? "GET",
    headers,
    body: request.body === undefined ? null : JSON.stringify(request.body),
    signal: request.signal ? AbortSignal.any([request.signal, limit]) : limit,
  };
}

export const ApiContext = createContext<Api | null>(null);

export function useApi(): Api {
  const api = useContext(ApiContext);
  if (!api) throw new Error("useApi needs an ApiContext around it");
  return api;
}
