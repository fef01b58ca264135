import { Kysely, PostgresDialect, sql, type Transaction } from "kysely";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Tables } from "./schema.ts";

export type Db = Kysely<Tables>;
export type Trx = Transaction<Tables>;

/** A pool of connections to PostgreSQL, and kysely over it. */
export interface Database {
  db: Db;
  pool: pg.Pool;
  close: () => Promise<void>;
}

/** Longest wait for connections that are still in use when the database is closed, in milliseconds. */
const closePatienceMs = 1_000;

export function openDatabase(options: {
  connectionString: string;
  onError: (error: Error) => void;
}): Database {
  const pool = new pg.Pool({
    connectionString: options.connectionString,
    // A publication holds one for its lock and asks by another.
    max: 20,
    application_name: "erg-events",
  });
  // A connection that the server closed must not end the process, whether it is idle or somebody holds it, who then
  // hears of it by the next query.
  pool.on("connect", (client) => client.on("error", options.onError));
  // Idle ones say it a second time.
  pool.on("error", () => undefined);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    db,
    pool,
    close: async () => {
      // Whoever still holds a connection then is left to the end of the process.
      const limit = new AbortController();
      await Promise.race([
        db.destroy(),
        sleep(closePatienceMs, undefined, { signal: limit.signal }).catch(
          () => undefined,
        ),
      ]);
      limit.abort();
    },
  };
}

/** Tells every replica that events changed, when and only when `trx` commits. */
export async function notifyEventChanged(
  trx: Db,
  ...eventIds: readonly string[]
): Promise<void> {
  await sql`select pg_notify('event_changed', id) from unnest(${eventIds}::text[]) as id`.execute(
    trx,
  );
}

/** Runs reads that belong together on the state of one moment. */
export function readTogether<T>(
  db: Db,
  work: (trx: Db) => Promise<T>,
): Promise<T> {
  return db
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute(work);
}

/**
 * Runs `work` while holding a session lock on `key`, which PostgreSQL frees at once when this process
 * dies; answers `{ held: false }` without running it when another session holds the lock.
 */
export async function withSessionLock<T>(
  pool: pg.Pool,
  key: string,
  work: () => Promise<T>,
): Promise<{ held: true; value: T } | { held: false }> {
  const client = await pool.connect();
  let broken = false;
  try {
    const { rows } = await client.query<{ locked: boolean }>(
      "select pg_try_advisory_lock(hashtextextended($1, 0)) as locked",
      [key],
    );
    if (!rows[0]?.locked) return { held: false };
    try {
      return { held: true, value: await work() };
    } finally {
      await client
        .query("select pg_advisory_unlock(hashtextextended($1, 0))", [key])
        .catch(() => {
          // Closing the connection frees the lock as well.
          broken = true;
        });
    }
  } finally {
    client.release(broken);
  }
}
