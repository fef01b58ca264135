import pg from "pg";
import type { Logger } from "pino";

const reconnectMs = 1000;

/** A silent connection is asked this often whether it still stands, in milliseconds. */
const usualLookMs = 15_000;

/** A connection of its own that hears what transactions `pg_notify` when they commit. */
export interface Listener {
  isConnected(): boolean;
  close: () => Promise<void>;
}

/**
 * Listens on a channel and reconnects by itself, also when the line goes dead without a word, as behind a
 * firewall that forgot it. Notifications sent while it is not connected are lost, so `onConnect` is called
 * after every connect, for the caller to read what it may have missed.
 */
export async function listen(options: {
  connectionString: string;
  channel: string;
  onNotification: (payload: string) => void;
  onConnect: () => void;
  log: Logger;
  lookMs?: number;
}): Promise<Listener> {
  const { log, lookMs = usualLookMs } = options;
  let client: pg.Client | null = null;
  let retry: NodeJS.Timeout | null = null;
  let closed = false;
  let connected = false;

  const connect = async (): Promise<void> => {
    const next = new pg.Client({
      connectionString: options.connectionString,
      application_name: "erg-events-listen",
      connectionTimeoutMillis: 10_000,
      query_timeout: lookMs / 2,
    });
    let isUp = false;
    let look: NodeJS.Timeout | null = null;
    const lose = (): void => {
      if (!isUp) return;
      isUp = false;
      connected = false;
      if (look) clearInterval(look);
      reconnectLater();
    };
    next.on("notification", ({ payload }) => {
      if (payload) options.onNotification(payload);
    });
    next.on("error", (error) => log.warn({ err: error }, "listening"));
    next.on("end", lose);
    try {
      await next.connect();
      await next.query(`listen ${pg.escapeIdentifier(options.channel)}`);
    } catch (error) {
      void next.end().catch(() => undefined);
      throw error;
    }
    isUp = true;
    connected = true;
    client = next;
    look = setInterval(() => {
      next.query("select 1").catch((error: unknown) => {
        log.warn({ err: error }, "listening: the connection is dead");
        // With a query open this closes the socket at once instead of saying goodbye to nobody.
        void next.end().catch(() => undefined);
        lose();
      });
    }, lookMs);
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
    isConnected: () => connected,
    close: async () => {
      closed = true;
      if (retry) clearTimeout(retry);
      await client?.end();
    },
  };
}
