import { randomBytes } from "node:crypto";
import pg from "pg";

/** An empty database of its own in the test server. */
export interface TestDatabase {
  connectionString: string;
  /** Drops it, ending whatever is still connected. */
  drop(): Promise<void>;
}

export async function createTestDatabase(): Promise<TestDatabase> {
  const server = process.env["TEST_DATABASE_SERVER"];
  if (!server) throw new Error("Run the tests with `npm test`.");
  const name = `test_${randomBytes(8).toString("hex")}`;
  await runOn(server, `create database ${name}`);
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
