import { mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { waitFor } from "../harness/wait-for.ts";
import type { Clock } from "../../simulator/clock.ts";

/**
 * One time for Microsoft, the backend and its database, which goes on as real time does and can be moved
 * forward. Nothing of the product knows of it.
 */
export interface ShiftedClock extends Clock {
  /** For the backend. */
  environment: Record<string, string>;
  /** Has this database tell the shifted time, in every session from then on. */
  rule(connectionString: string): Promise<void>;
  /** The same for the job queue, which has a function of its own for the time, once it is there. */
  ruleQueue(): Promise<void>;
  /** @param seen whether a backend runs, which then has the new time, too */
  forward(hours: number, seen: boolean): Promise<void>;
  remove(): Promise<void>;
}

/** Opens a clock that tells the real time until it is moved. */
export async function openShiftedClock(): Promise<ShiftedClock> {
  const folder = await mkdtemp(join(tmpdir(), "erg-clock-"));
  const file = join(folder, "shift");
  let shiftMs = 0;
  let database: string | null = null;
  await writeFile(file, String(shiftMs));
  return {
    now: () => new Date(Date.now() + shiftMs),
    environment: {
      CLOCK_SHIFT_FILE: file,
      NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, "shift-clock.mjs")).href}`,
    },
    async rule(connectionString) {
      database = connectionString;
      await runOn(connectionString, ruleSql(connectionString));
    },
    async ruleQueue() {
      if (database)
        await runOn(
          database,
          `create or replace function pgboss.job_now() returns timestamptz
           language sql stable as 'select public.now()'`,
        );
    },
    async forward(hours, seen) {
      shiftMs += hours * 3_600_000;
      if (database)
        await runOn(database, `update clock_shift set ms = ${shiftMs}`);
      // Whole or not at all for whoever reads it.
      await writeFile(`${file}.new`, String(shiftMs));
      await rename(`${file}.new`, file);
      if (seen)
        await waitFor(
          "the backend's time",
          async () =>
            (await readFile(`${file}.seen`, "utf8")) === String(shiftMs),
        );
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Functions of these names are found before PostgreSQL's own, wherever the product or its queue calls them. */
function ruleSql(connectionString: string): string {
  const name = new URL(connectionString).pathname.slice(1);
  const shifted = (time: string) =>
    `create function public.${time}() returns timestamptz language sql stable as
     'select pg_catalog.${time}() + (select ms from public.clock_shift) * interval ''1 ms'''`;
  return `
    create table public.clock_shift (ms double precision not null);
    insert into public.clock_shift values (0);
    ${shifted("now")};
    ${shifted("clock_timestamp").replace("stable", "volatile")};
    alter database ${name} set search_path = public, pg_catalog;
  `;
}

async function runOn(connectionString: string, sql: string): Promise<void> {
  const client = new pg.Client(connectionString);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
