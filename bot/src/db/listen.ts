import pg from "pg";
import type { Logger } from "pino";

const reconnectMs = 1000;

/** A connection of its own that hears what transactions `pg_notify` when they commit. */
export interface Listener {
  close: () => Promise<void>;
}

/**
 * Listens on a channel and reconnects by itself. Notifications sent while it is not connected are
 * lost, so `onConnect` is called after every connect, for the caller to read what it may have missed.
 */
export async function listen(options: {
  connectionString: string;
  channel: string;
  onNotification: (payload: string) => void;
  onConnect: () => void;
  log: Logger;
}): Promise<Listener> {
  const { log } = options;
  let client: pg.Client | null = null;
  let retry: NodeJS.Timeout | null = null;
  let closed = false;

  const connect = async (): Promise<void> => {
    const next = new pg.Client({
      connectionString: options.connectionString,
      application_name: "erg-events-listen",
    });
    next.on("notification", ({ payload }) => {
      if (payload) options.onNotification(payload);
    });
    next.on("error", (error) => log.warn({ err: error }, "listening"));
    await next.connect();
    next.on("end", reconnectLater);
    client = next;
    await next.query(`listen ${pg.escapeIdentifier(options.channel)}`);
    options.onConnect();
  };

  const reconnectLater = (): void => {
    if (closed) return;
    retry = setTimeout(() => {
      connect().catch((error: unknown) => {
        log.warn({ err: error }, "listening");
        reconnectLater();
      });
    }, reconnectMs);
  };

  await connect();
  return {
    close: async () => {
      closed = true;
      if (retry) clearTimeout(retry);
      await client?.end();
    },
  };
}
