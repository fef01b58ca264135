import { randomUUID } from "node:crypto";
import { type EventList } from "../../bot/contract/event-list.ts";
import {
  eventLiveSchema,
  type EventDetail,
  type EventLive,
} from "../../bot/contract/events.ts";
import type { Tally } from "../../bot/contract/answer.ts";
import type { Me } from "../../bot/contract/me.ts";
import { followStream } from "../../tab/src/api-client/follow-stream.ts";
import { readProblem } from "../../tab/src/api-client/read-problem.ts";

/** An answer of the product's API. */
export interface ApiAnswer<T = unknown> {
  status: number;
  body: T;
  headers: Headers;
}

/** An event as leads see it, whose answers are told apart; whoever is told less finds no such numbers. */
export type EventOfLead = EventDetail & SeenByLead;

interface SeenByLead {
  tally: Tally;
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
  event(id: string): Promise<EventOfLead>;
  events(query?: string): Promise<EventList>;
  /** Follows an event's stream with the tab's own follower until it is closed. */
  follow(id: string): FollowedEvent;
}

export interface FollowedEvent {
  /** What the stream told last; null before its first message. */
  latest(): (EventLive & SeenByLead) | null;
  /** How many messages came, over all connections. */
  messages(): number;
  /** How often it told of a change that is no part of its messages. */
  changes(): number;
  isConnected(): boolean;
  close(): Promise<void>;
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
    follow: (id) => followEvent(options, id),
  };
}

function followEvent(
  { url, token }: { url: () => string; token: () => Promise<string> },
  id: string,
): FollowedEvent {
  const ending = new AbortController();
  let latest: (EventLive & SeenByLead) | null = null;
  let messages = 0;
  let changes = 0;
  let connected = false;
  const ended = followStream({
    api: {
      async open(path, signal) {
        const response = await fetch(`${url()}${path}`, {
          headers: { Authorization: `Bearer ${await token()}` },
          signal,
        });
        if (response.ok) return response;
        throw readProblem(response.status, await response.json());
      },
    },
    path: `/api/events/${id}/stream`,
    on: {
      live: (data) => {
        latest = eventLiveSchema.parse(JSON.parse(data)) as EventLive &
          SeenByLead;
        messages += 1;
      },
      changed: () => (changes += 1),
    },
    onConnected: (now) => (connected = now),
    signal: ending.signal,
  });
  return {
    latest: () => latest,
    messages: () => messages,
    changes: () => changes,
    isConnected: () => connected,
    close: async () => {
      ending.abort();
      await ended;
    },
  };
}
