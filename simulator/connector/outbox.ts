import { randomUUID } from "node:crypto";
import { whenToSend } from "../http/when-to-send.ts";
import { send, type OutgoingReply } from "../notifications/send.ts";
import type { Simulation } from "../simulation.ts";
import type { Activity } from "./activity.ts";
import { activityToken } from "./activity-token.ts";

/** Tells the bot what happens in Teams: in order, one at a time. */
export interface Outbox {
  tell(...activities: Activity[]): void;
  /** Resolves once the bot has been told everything; at once when there is nothing to tell. */
  settled(): Promise<void>;
  /** Goes on with what an earlier run could not tell any more. */
  resume(): void;
  /** Forgets what faults keep back; what waits is forgotten with the store. */
  clear(): void;
  close(): void;
}

interface Waiting {
  key: string;
  activity: Activity;
}

const replyTimeoutMs = 15_000;
const firstRetryMs = 250;
const longestRetryMs = 2_000;
/** The product may start some time after the simulator; Teams itself would give up sooner. */
const givenUpAfterMs = 15 * 60 * 1000;

/** What waits is in the store, so that a restart of the simulator loses nothing. */
export function openOutbox(simulation: Simulation): Outbox {
  const waiting = simulation.store.table<Waiting>("outbox");
  const closing = new AbortController();
  let isSending = false;
  let listeners: (() => void)[] = [];
  const delayed = new Set<NodeJS.Timeout>();

  const enqueue = (activity: Activity) => {
    const key = randomUUID();
    waiting.put(key, { key, activity });
  };

  const later = (delayMs: number, activity: Activity) => {
    const timer = setTimeout(() => {
      delayed.delete(timer);
      enqueue(activity);
      start();
    }, delayMs).unref();
    delayed.add(timer);
  };

  const forgetDelayed = () => {
    for (const timer of delayed) clearTimeout(timer);
    delayed.clear();
  };

  const isQuiet = () => {
    const isDone = waiting.size === 0 && delayed.size === 0;
    return closing.signal.aborted || (isDone && !isSending);
  };

  const first = (): Waiting | undefined => {
    for (const entry of waiting.values()) return entry;
    return undefined;
  };

  const deliver = async (entry: Waiting): Promise<void> => {
    const startedMs = performance.now();
    let retryMs = firstRetryMs;
    // A reset takes away what waits.
    while (!closing.signal.aborted && waiting.get(entry.key) === entry) {
      const { status } = await postActivity(simulation, entry.activity);
      const isDown = [0, 502, 503, 504].includes(status);
      if (!isDown || performance.now() - startedMs > givenUpAfterMs) break;
      await pause(retryMs, closing.signal);
      retryMs = Math.min(retryMs * 2, longestRetryMs);
    }
    if (!closing.signal.aborted && waiting.get(entry.key) === entry) {
      waiting.delete(entry.key);
    }
  };

  const sendAll = async (): Promise<void> => {
    if (isSending) return;
    isSending = true;
    // What happens together is told together: whoever calls has finished by then.
    await Promise.resolve();
    for (
      let entry = first();
      entry && !closing.signal.aborted;
      entry = first()
    ) {
      await deliver(entry);
    }
    isSending = false;
    if (!isQuiet()) return;
    const told = listeners;
    listeners = [];
    for (const listener of told) listener();
  };

  const start = () => {
    sendAll().catch((error: unknown) => {
      isSending = false;
      console.error("Telling the bot failed:", error);
    });
  };

  return {
    tell(...activities) {
      for (const activity of activities) {
        for (const delayMs of copiesOf(simulation)) {
          if (delayMs === 0) enqueue(activity);
          else later(delayMs, activity);
        }
      }
      start();
    },
    settled: () =>
      new Promise((resolve) => {
        if (isQuiet()) resolve();
        else listeners.push(resolve);
      }),
    resume: start,
    clear: forgetDelayed,
    close() {
      closing.abort();
      forgetDelayed();
    },
  };
}

/** Faults drop what the bot is told, double it, or make it late. */
function copiesOf(simulation: Simulation): number[] {
  const request = { method: "POST", path: "/api/messages" } as const;
  return whenToSend(simulation.faults.strike({ service: "bot", ...request }));
}

/** One POST to the bot, signed as the Bot Connector does. */
export async function postActivity(
  simulation: Simulation,
  activity: Activity,
): Promise<OutgoingReply> {
  const token = await activityToken(simulation);
  const { connectorUrl } = simulation.addresses;
  return send(simulation, {
    service: "bot",
    url: `${simulation.publicUrl}/api/messages`,
    // The address may have changed since the activity was made.
    body: { ...activity, serviceUrl: connectorUrl },
    headers: { Authorization: `Bearer ${token}` },
    timeoutMs: replyTimeoutMs,
    isListedOnlyWhenAnswered: true,
  });
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms).unref();
    signal.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
