import { randomUUID } from "node:crypto";
import type { EventDetail, EventList } from "../../bot/contract/events.ts";
import type { Me } from "../../bot/contract/me.ts";

/** An answer of the product's API. */
export interface ApiAnswer<T = unknown> {
  status: number;
  body: T;
  headers: Headers;
}

/** The product's API as one person uses it. */
export interface Api {
  send<T = unknown>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<ApiAnswer<T>>;
  me(): Promise<Me>;
  event(id: string): Promise<EventDetail>;
  events(query?: string): Promise<EventList>;
}

export function openApi(options: {
  url: () => string;
  token: () => Promise<string>;
}): Api {
  const send: Api["send"] = async <T>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) => {
    const response = await fetch(`${options.url()}${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${await options.token()}`,
        ...(body !== undefined && { "Content-Type": "application/json" }),
        ...(method !== "GET" && { "Idempotency-Key": randomUUID() }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      // The caller knows what this address answers.
      body: (text ? JSON.parse(text) : null) as T,
      headers: response.headers,
    };
  };
  const read = async <T>(path: string): Promise<T> => {
    const answer = await send<T>("GET", path);
    if (answer.status !== 200)
      throw new Error(
        `${path}: ${answer.status} ${JSON.stringify(answer.body)}`,
      );
    return answer.body;
  };
  return {
    send,
    me: () => read("/api/me"),
    event: (id) => read(`/api/events/${id}`),
    events: (query = "") => read(`/api/events${query}`),
  };
}
