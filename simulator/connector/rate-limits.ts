import type { Simulation } from "../simulation.ts";
import { throttled } from "./connector-error.ts";

/** What is counted on its own, for each conversation. */
type Operation =
  "send" | "createConversation" | "getMembers" | "getConversations";

/** A request beyond a limit, which was refused with 429. */
export interface LimitViolation {
  at: string;
  operation: Operation | "anything";
  /** The channel or the chat; "" when the limit is the whole tenant's. */
  conversationId: string;
  /** The limit that was met: so many operations in so many seconds. */
  most: number;
  seconds: number;
}

export interface RateLimiter {
  /** Counts an operation, or refuses it. */
  take(operation: Operation, conversationId: string): void;
  /** Counts any request of the app, or refuses it. */
  takeRequest(): void;
  violations(): LimitViolation[];
  clear(): void;
}

interface Window {
  seconds: number;
  most: number;
}

const writing = windows([1, 7], [2, 8], [30, 60], [3600, 1800]);
const reading = windows([1, 14], [2, 16], [30, 120], [3600, 3600]);

/** Teams: Optimize your bot with rate limiting: per bot per thread limit. */
const perConversation: Record<Operation, Window[]> = {
  send: writing,
  createConversation: writing,
  getMembers: reading,
  getConversations: reading,
};

/**
 * The limits of one bot, by the simulator's clock. A conversation is a chat or a whole channel,
 * its threads included. A refused request does not count as an operation.
 */
export function rateLimiter(simulation: Simulation): RateLimiter {
  const times = new Map<string, number[]>();
  let broken: LimitViolation[] = [];

  const take = (
    operation: LimitViolation["operation"],
    conversationId: string,
    limits: Window[],
  ) => {
    if (!simulation.settings.current().connectorRateLimits) return;
    const now = simulation.clock.now();
    const nowMs = now.getTime();
    const key = `${operation}/${conversationId}`;
    const longestMs = Math.max(...limits.map(({ seconds }) => seconds)) * 1000;
    const earlier = (times.get(key) ?? []).filter(
      (time) => time > nowMs - longestMs,
    );
    times.set(key, earlier);
    for (const { seconds, most } of limits) {
      const inWindow = earlier.filter((time) => time > nowMs - seconds * 1000);
      if (inWindow.length < most) continue;
      broken.push({
        at: now.toISOString(),
        operation,
        conversationId,
        most,
        seconds,
      });
      // One more fits in once the oldest that fill the window have left it.
      const oldest = inWindow[inWindow.length - most] ?? nowMs;
      const waitMs = oldest + seconds * 1000 - nowMs;
      throw throttled(Math.max(1, Math.ceil(waitMs / 1000)));
    }
    earlier.push(nowMs);
  };

  return {
    take: (operation, conversationId) =>
      take(operation, conversationId, perConversation[operation]),
    takeRequest() {
      const most = simulation.settings.current().connectorRequestsPerSecond;
      take("anything", "", [{ seconds: 1, most }]);
    },
    violations: () => broken,
    clear() {
      times.clear();
      broken = [];
    },
  };
}

function windows(...pairs: [seconds: number, most: number][]): Window[] {
  return pairs.map(([seconds, most]) => ({ seconds, most }));
}
