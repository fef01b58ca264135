import type { Logger } from "pino";
import { readTogether } from "../db/database.ts";
import { listen } from "../db/listen.ts";
import { gatherLooks } from "./gather-looks.ts";
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

  const show = async (eventId: string, signal: AbortSignal): Promise<void> => {
    const watching = watchers.get(eventId);
    if (!watching) return;
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
    if (signal.aborted) return;
    for (const watcher of watching) watcher(view);
  };
  const looks = gatherLooks((eventId, signal) =>
    show(eventId, signal).catch((error: unknown) =>
      log.error({ err: error, event: eventId }, "watching an event"),
    ),
  );
  const schedule = (eventId: string): void => {
    if (watchers.has(eventId)) looks.changed(eventId);
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
        looks.forget(eventId);
      };
    },
    isListening: () => listener.isConnected(),
    close: async () => {
      looks.close();
      await listener.close();
    },
  };
}
