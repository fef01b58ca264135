import pg from "pg";
import { databaseUser } from "./create-cluster.ts";

/** A connection that says "this process uses the server"; it ends with the process, however that ends. */
export type ServerHold = {
  /** Gives the hold back. True: nobody else has one, and nobody can get one until the server has stopped. */
  release(): Promise<boolean>;
  close(): Promise<void>;
};

/** An advisory lock's number, of no other meaning; held shared by every user of the server. */
const lockNumber = 7_305_011;

/**
 * Connects to the server on `port` if it is the one of this data directory
 * (proved by the password that only we know, and by its own word), and takes a
 * shared lock. The last process to stop gets the exclusive lock and with it
 * the right to shut the server down.
 */
export async function holdServer({
  port,
  password,
  cluster,
  onLost,
}: {
  port: number;
  password: string;
  cluster: string;
  onLost: () => void;
}): Promise<ServerHold> {
  const client = new pg.Client({
    host: "127.0.0.1",
    port,
    user: databaseUser,
    password,
    database: "postgres",
    application_name: "embedded server hold",
    keepAlive: true,
  });
  let releasing = false;
  client.on("error", () => {
    if (!releasing) onLost();
  });
  try {
    await client.connect();
    await requireCluster(client, cluster);
    await client.query("select pg_advisory_lock_shared($1)", [lockNumber]);
    await ensureDatabase(client);
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  return {
    release: async () => {
      releasing = true;
      await client.query("select pg_advisory_unlock_shared($1)", [lockNumber]);
      const { rows } = await client.query<{ last: boolean }>(
        "select pg_try_advisory_lock($1) as last",
        [lockNumber],
      );
      return rows[0]?.last === true;
    },
    close: async () => {
      releasing = true;
      await client.end().catch(() => undefined);
    },
  };
}

async function requireCluster(
  client: pg.Client,
  cluster: string,
): Promise<void> {
  const { rows } = await client.query<{ folder: string }>(
    "select current_setting('data_directory') as folder",
  );
  const folder = rows[0]?.folder ?? "";
  if (normal(folder) !== normal(cluster)) {
    throw new Error(`The server on this port serves ${folder}.`);
  }
}

/** Windows reports its folders with forward slashes. */
function normal(path: string): string {
  return path.replaceAll("\\", "/").toLowerCase();
}

async function ensureDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query(
    "select 1 from pg_database where datname = $1",
    [databaseUser],
  );
  if (rowCount) return;
  await client
    .query(`create database ${databaseUser}`)
    .catch((error: unknown) => {
      // Another process was first (duplicate_database, or the unique index).
      const { code } = error as { code?: string };
      if (code !== "42P04" && code !== "23505") throw error;
    });
}
