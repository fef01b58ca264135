import { randomBytes } from "node:crypto";
import pg from "pg";

/** An empty database of its own in the test server. */
export interface TestDatabase {
  connectionString: string;
  /** Drops it, ending whatever is still connected. */
  drop(): Promise<void>;
}

/** @param template copies this one, to which nobody may be connected */
export async function createTestDatabase(
  template?: TestDatabase,
): Promise<TestDatabase> {
  const server = process.env["TEST_DATABASE_SERVER"];
  if (!server) throw new Error("Run the tests with `npm test`.");
  const name = `test_${randomBytes(8).toString("hex")}`;
  const source = template && new URL(template.connectionString).pathname;
  await runOn(
    server,
    `create database ${name}${source ? ` template ${source.slice(1)}` : ""}`,
  );
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    connectionString: url.href,
    drop: () => runOn(server, `drop database if exists ${name} with (force)`),
  };
}

async function runOn(connectionString: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
