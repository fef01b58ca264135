import type pg from "pg";
import { migration001 } from "./migrations/001-events.ts";
import { migration002 } from "./migrations/002-cards.ts";
import { migration003 } from "./migrations/003-accounts.ts";
import { migration004 } from "./migrations/004-answers.ts";
import { migration005 } from "./migrations/005-outlook-changes.ts";
import { migration006 } from "./migrations/006-mailing-lists.ts";
import { migration007 } from "./migrations/007-mailbox-lanes.ts";
import { migration008 } from "./migrations/008-held-changes.ts";
import { migration009 } from "./migrations/009-all-day-events.ts";
import { migration010 } from "./migrations/010-event-meetings.ts";
import { migration011 } from "./migrations/011-stopped-work.ts";
import { migration012 } from "./migrations/012-calls-stand-by.ts";
import { migration013 } from "./migrations/013-unclear-creates.ts";
import { migration014 } from "./migrations/014-sent-cancellations.ts";
import { migration015 } from "./migrations/015-waves.ts";
import { migration016 } from "./migrations/016-audience-settings.ts";
import { migration017 } from "./migrations/017-co-hosts.ts";
import { migration018 } from "./migrations/018-paused-sending.ts";
import { migration019 } from "./migrations/019-attendance.ts";
import { migration020 } from "./migrations/020-room-and-thanks.ts";
import { migration021 } from "./migrations/021-attendance-totals.ts";
import { migration022 } from "./migrations/022-group-defaults.ts";
import { migration023 } from "./migrations/023-answers-taken-back.ts";
import { migration024 } from "./migrations/024-rich-descriptions.ts";
import { migration025 } from "./migrations/025-event-history.ts";
import { migration026 } from "./migrations/026-insight-downloads.ts";

/** In order; a number is never reused and a released migration never edited. */
const migrations: readonly { number: number; statements: string }[] = [
  { number: 1, statements: migration001 },
  { number: 2, statements: migration002 },
  { number: 3, statements: migration003 },
  { number: 4, statements: migration004 },
  { number: 5, statements: migration005 },
  { number: 6, statements: migration006 },
  { number: 7, statements: migration007 },
  { number: 8, statements: migration008 },
  { number: 9, statements: migration009 },
  { number: 10, statements: migration010 },
  { number: 11, statements: migration011 },
  { number: 12, statements: migration012 },
  { number: 13, statements: migration013 },
  { number: 14, statements: migration014 },
  { number: 15, statements: migration015 },
  { number: 16, statements: migration016 },
  { number: 17, statements: migration017 },
  { number: 18, statements: migration018 },
  { number: 19, statements: migration019 },
  { number: 20, statements: migration020 },
  { number: 21, statements: migration021 },
  { number: 22, statements: migration022 },
  { number: 23, statements: migration023 },
  { number: 24, statements: migration024 },
  { number: 25, statements: migration025 },
  { number: 26, statements: migration026 },
];

const migrationLock = 7_283_001;

/**
 * Brings the schema up to date, forward only. Replicas that start together wait for one another.
 * @throws when the database was written by a newer version of the product
 */
export async function migrate(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [migrationLock]);
    await client.query(
      "create table if not exists migrations (number integer primary key, applied_at timestamptz not null default now())",
    );
    const { rows } = await client.query<{ number: number }>(
      "select number from migrations",
    );
    const applied = new Set(rows.map(({ number }) => number));
    const newest = Math.max(0, ...applied);
    const known = migrations.at(-1)?.number ?? 0;
    if (newest > known)
      throw new Error(
        `The database has schema ${newest}, this version knows ${known}: start the newer version of ERG Events.`,
      );
    for (const migration of migrations)
      if (!applied.has(migration.number)) await apply(client, migration);
  } finally {
    await client
      .query("select pg_advisory_unlock($1)", [migrationLock])
      .catch(() => undefined);
    client.release();
  }
}

async function apply(
  client: pg.PoolClient,
  migration: { number: number; statements: string },
): Promise<void> {
  await client.query("begin");
  try {
    await client.query(migration.statements);
    await client.query("insert into migrations (number) values ($1)", [
      migration.number,
    ]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}
