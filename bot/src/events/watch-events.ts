import type { Logger } from "pino";
import { readTogether } from "../db/database.ts";
import { listen } from "../db/listen.ts";
import {
  readSharedView,
  type SharedView,
  type ViewDeps,
} from "./shared-view.ts";

/** Called with the newest view whenever the event changes; null: it was taken back. */
type Watcher = (view: SharedView | null) => void;

/** Tells the people who watch an event what changes, in all replicas. */
export interface EventWatch {
  /** Returns the function that ends the watch. */
  watch(eventId: string, watcher: Watcher): () => void;
  /** Whether news of other replicas come; while they do not, what watchers see may be old. */
  isListening(): boolean;
  close: () => Promise<void>;
}

/** Changes within this time are shown together, in milliseconds. */
const leastGatherMs = 50;
const mostGatherMs = 3_000;

/** Those who watch an event are told of it so far apart at least, in milliseconds: pages draw anew with each message. */
const leastBetweenMs = 250;

/**
 * How long changes of an event are gathered, in milliseconds: the first that comes is shown at once, those after it four
 * times a second; and a large event that many people answer at once takes a tenth of the time at most. Pure.
 *
 * @param last how long reading it took the last time, and how long ago that was shown; null: it has not been shown yet
 */
export function gatherMsAfter(
  last: { readMs: number; agoMs: number } | null,
): number {
  if (last === null) return leastGatherMs;
  const wait = Math.max(last.readMs * 9, leastBetweenMs - last.agoMs);
  return Math.min(Math.max(wait, leastGatherMs), mostGatherMs);
}

/**
 * Listens for `event_changed` on one connection. An event is read once per change, however many
 * people watch it, and not at all while nobody does. After a lost connection every watched event is
 * read again, because notifications sent meanwhile are lost.
 */
export async function openEventWatch(
  options: {
    connectionString: string;
    log: Logger;
  } & ViewDeps,
): Promise<EventWatch> {
  const { db, log } = options;
  const watchers = new Map<string, Set<Watcher>>();
  const due = new Map<string, NodeJS.Timeout>();
  const newest = new Map<string, number>();
  /** How long the last reading of an event took, and when it was shown, of `performance.now()`. */
  const shown = new Map<string, { readMs: number; at: number }>();
  let reads = 0;

  const show = async (eventId: string): Promise<void> => {
    due.delete(eventId);
    const watching = watchers.get(eventId);
    if (!watching) return;
    const read = (reads += 1);
    const startedAt = performance.now();
    const view = await readTogether(db, async (trx) => {
      const event = await trx
        .selectFrom("scheduled_events")
        .where("id", "=", eventId)
        .selectAll()
        .executeTakeFirst();
      return event
        ? readSharedView({ ...options, db: trx }, event, { leads: true })
        : null;
    });
    const at = performance.now();
    shown.set(eventId, { readMs: at - startedAt, at });
    // A later read may have been the faster one.
    if ((newest.get(eventId) ?? 0) > read) return;
    newest.set(eventId, read);
    for (const watcher of watching) watcher(view);
  };

  const schedule = (eventId: string): void => {
    if (!watchers.has(eventId) || due.has(eventId)) return;
    const last = shown.get(eventId);
    due.set(
      eventId,
      setTimeout(
        () => {
          show(eventId).catch((error: unknown) =>
            log.error({ err: error, event: eventId }, "watching an event"),
          );
        },
        gatherMsAfter(
          last
            ? { readMs: last.readMs, agoMs: performance.now() - last.at }
            : null,
        ),
      ),
    );
  };

  const listener = await listen({
    connectionString: options.connectionString,
    channel: "event_changed",
    onNotification: schedule,
    onConnect: () => {
      for (const eventId of watchers.keys()) schedule(eventId);
    },
    log,
  });

  return {
    watch(eventId, watcher) {
      const watching = watchers.get(eventId) ?? new Set();
      watching.add(watcher);
      watchers.set(eventId, watching);
      return () => {
        watching.delete(watcher);
        if (watching.size > 0) return;
        watchers.delete(eventId);
        newest.delete(eventId);
        shown.delete(eventId);
      };
    },
    isListening: () => listener.isConnected(),
    close: async () => {
      for (const timer of due.values()) clearTimeout(timer);
      await listener.close();
    },
  };
}
