import { whenToSend } from "../http/when-to-send.ts";
import type { Simulation } from "../simulation.ts";
import { send } from "./send.ts";

interface Notification {
  subscriptionId: string;
  body: Record<string, unknown>;
}

export interface Deliverer {
  deliver(url: string, notification: Notification): void;
  /** Drops what waits. */
  clear(): void;
  /** Drops what waits and sends nothing more. */
  close(): void;
}

interface Waiting {
  notification: Notification;
  since: number;
}

/** Graph: Receive change notifications through webhooks: retried for up to four hours. */
const givenUpAfterMs = 4 * 60 * 60 * 1000;
const replyTimeoutMs = 10_000;
const firstRetryMs = 500;
const longestRetryMs = 30_000;
const mostPerPost = 100;

/**
 * Sends notifications to each address in turn. What arises while a POST is under way goes out
 * together with the next one, as Graph's do. They are lost with the simulator, which a product
 * must be able to live with: Graph, too, promises no delivery.
 */
export function notificationDeliverer(simulation: Simulation): Deliverer {
  const queues = new Map<string, Waiting[]>();
  const busy = new Set<string>();
  const timers = new Set<NodeJS.Timeout>();
  let isClosed = false;

  const later = (ms: number, work: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, ms).unref();
    timers.add(timer);
  };

  const enqueue = (url: string, notification: Notification) => {
    const since = simulation.clock.now().getTime();
    queues.set(url, [...(queues.get(url) ?? []), { notification, since }]);
    if (!busy.has(url)) {
      busy.add(url);
      // After the reply of the request that caused it, as at Microsoft's.
      later(0, () => void drain(url, firstRetryMs));
    }
  };

  const drain = async (url: string, retryMs: number): Promise<void> => {
    const oldest = simulation.clock.now().getTime() - givenUpAfterMs;
    const queue = (queues.get(url) ?? []).filter(({ since }) => since > oldest);
    const batch = queue.slice(0, mostPerPost);
    queues.set(url, queue.slice(batch.length));
    if (batch.length === 0 || isClosed) {
      busy.delete(url);
      queues.delete(url);
      return;
    }
    const reply = await send(simulation, {
      service: "notification",
      url,
      body: { value: batch.map(({ notification }) => notification.body) },
      timeoutMs: replyTimeoutMs,
    });
    if (reply.status >= 200 && reply.status < 300) {
      return drain(url, firstRetryMs);
    }
    queues.set(url, [...batch, ...(queues.get(url) ?? [])]);
    later(retryMs, () => {
      void drain(url, Math.min(retryMs * 2, longestRetryMs));
    });
  };

  return {
    deliver(url, notification) {
      if (isClosed) return;
      const { pathname, search } = new URL(url);
      const effects = simulation.faults.strike({
        service: "notification",
        method: "POST",
        path: pathname + search,
      });
      for (const delayMs of whenToSend(effects)) {
        if (delayMs === 0) enqueue(url, notification);
        else later(delayMs, () => enqueue(url, notification));
      }
    },
    clear: () => queues.clear(),
    close() {
      isClosed = true;
      queues.clear();
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
