import { randomUUID } from "node:crypto";
import { Kysely, PostgresDialect, sql } from "kysely";
import { pino } from "pino";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../../test/harness/database.ts";
import { waitFor } from "../../../../test/harness/wait-for.ts";
import { openDatabase, type Database, type Db } from "../../db/database.ts";
import { migrate } from "../../db/migrate.ts";
import type { Tables } from "../../db/schema.ts";
import { urgencies, type LaneLimits } from "./lane-rules.ts";
import { openMailboxLanes, type MailboxLanes } from "./mailbox-lanes.ts";
import type { LaneCall } from "./mailbox-lane.ts";
import { stepLane, type LaneStep, type NewCall } from "./step-lane.ts";

const limits: LaneLimits = {
  width: 4,
  requestsPer10Minutes: 10_000,
  messagesPerMinute: 10_000,
  recipientsPerDay: 10_000,
};
const usual: LaneCall = { urgency: "usual", share: "a" };

/** What all calls of an account took, once the look that tells of the last one's end is over: it counts those that took a place by themselves. */
async function requestsOf(db: Db, account: string): Promise<number> {
  await waitFor("the last look", async () => {
    const { rows } = await sql`
      select id from mailbox_calls where account_id = ${account}
    `.execute(db);
    return rows.length === 0;
  });
  const { rows } = await sql<{ requests: number }>`
    select sum(requests)::int as requests from mailbox_use where account_id = ${account}
  `.execute(db);
  return rows[0]?.requests ?? 0;
}

describe("the mailbox lane", () => {
  let test: TestDatabase;
  const opened: { close: () => Promise<unknown> }[] = [];

  beforeAll(async () => {
    test = await createTestDatabase();
    const database = open();
    await migrate(database.pool);
  });
  afterAll(async () => {
    for (const { close } of opened.toReversed()) await close();
    await test.drop();
  });

  function open(): Database {
    const database = openDatabase({
      connectionString: test.connectionString,
      onError: () => undefined,
    });
    opened.push(database);
    return database;
  }

  /** A process's ends of the lanes. */
  async function openProcess(
    more: Partial<LaneLimits> = {},
  ): Promise<MailboxLanes> {
    const database = open();
    const process = await openMailboxLanes({
      db: database.db,
      connectionString: test.connectionString,
      log: pino({ level: "silent" }),
      limits: { ...limits, ...more },
    });
    opened.push(process);
    return process.lanes;
  }

  async function newAccount(): Promise<string> {
    const id = randomUUID();
    const now = new Date();
    await open()
      .db.insertInto("service_accounts")
      .values({
        id,
        object_id: id,
        tenant_id: id,
        user_principal_name: "ergs@contoso.com",
        display_name: "ERGs",
        address: "ergs@contoso.com",
        home_account_id: id,
        scopes: [],
        state: "connected",
        problem_code: null,
        state_since: now,
        unreachable_since: null,
        is_default: false,
        connected_at: now,
        connected_by: id,
        connected_by_name: "Isaiah",
        findings: "[]",
        checked_at: null,
        next_check_at: now,
        failed_at: null,
        catch_up_since: null,
      })
      .execute();
    return id;
  }

  function newCall(more: Partial<NewCall> = {}): NewCall {
    return {
      id: randomUUID(),
      urgency: urgencies.usual,
      share: "a",
      slots: 1,
      requests: 1,
      messages: 0,
      recipients: 0,
      ...more,
    };
  }

  /** One look of a process that is not heard of again. */
  function lookOnce(
    step: Pick<LaneStep, "accountId" | "holder"> & Partial<LaneStep>,
    { db = open().db, ...more }: Partial<LaneLimits> & { db?: Db } = {},
  ) {
    return stepLane(
      db,
      { ...limits, ...more },
      {
        joining: [],
        alive: [],
        started: [],
        standBy: [],
        missing: [],
        ended: [],
        pauseMs: 0,
        ...step,
      },
    );
  }

  /** Nobody can look at this lane meanwhile. */
  async function whileLaneIsHeld(
    account: string,
    work: () => Promise<void>,
  ): Promise<void> {
    await open()
      .db.transaction()
      .execute(async (trx) => {
        await sql`select 1 from mailbox_lanes where account_id = ${account} for update`.execute(
          trx,
        );
        await work();
      });
  }

  const realNow = performance.now.bind(performance);
  afterEach(() => (performance.now = realNow));
  /** As if this process had been frozen for so many milliseconds. */
  function standStill(ms: number): void {
    performance.now = () => realNow() + ms;
  }

  /** A database to a process that is frozen when it has locked a lane. */
  function openFrozen() {
    const { pool } = open();
    let stop = () => {};
    const stopped = new Promise<void>((resolve) => (stop = resolve));
    let thaw = () => {};
    const thawed = new Promise<void>((resolve) => (thaw = resolve));
    const db = new Kysely<Tables>({
      dialect: new PostgresDialect({
        pool: {
          options: {},
          end: () => Promise.resolve(),
          connect: async () => {
            const client = await pool.connect();
            return Object.assign(Object.create(client) as typeof client, {
              query: async (text: string, values: unknown[]) => {
                const result = await client.query(text, values);
                if (text.includes("insert into mailbox_lanes")) {
                  stop();
                  await thawed;
                }
                return result;
              },
            });
          },
        },
      }),
    });
    return { db, stopped, thaw };
  }

  /** Calls that end when the test says so. */
  function openCalls() {
    const ends: (() => void)[] = [];
    const started: string[] = [];
    return {
      started,
      send: (name: string) => () => {
        started.push(name);
        return new Promise<void>((end) => ends.push(end));
      },
      endOne: () => ends.shift()?.(),
      endAll: () => {
        for (const end of ends.splice(0)) end();
      },
    };
  }

  it("runs four calls at most over all processes, and all in the end", async () => {
    const account = await newAccount();
    const processes = await Promise.all([
      openProcess(),
      openProcess(),
      openProcess(),
    ]);
    let running = 0;
    let most = 0;
    let done = 0;
    await Promise.all(
      processes.flatMap((lanes) =>
        Array.from({ length: 30 }, (_, n) =>
          lanes(account).run(
            { ...usual, slots: n % 10 === 0 ? 4 : 1 },
            async () => {
              running += n % 10 === 0 ? 4 : 1;
              most = Math.max(most, running);
              await new Promise(setImmediate);
              running -= n % 10 === 0 ? 4 : 1;
              done += 1;
            },
          ),
        ),
      ),
    );
    expect(most).toBe(4);
    expect(done).toBe(90);
  });

  it("fills a place without asking when a call of its own waits for it", async () => {
    const account = await newAccount();
    const lane = (await openProcess())(account);
    const calls = openCalls();
    const runs = ["1", "2", "3", "4", "5", "6"].map((name) =>
      lane.run(usual, calls.send(name)),
    );
    await waitFor("who stands by", async () => {
      const { rows } = await sql<{ standing: number }>`
        select count(*)::int as standing from mailbox_calls
        where account_id = ${account} and stands_by
      `.execute(open().db);
      return rows[0]?.standing === 2;
    });
    const other = open();
    await other.db.transaction().execute(async (trx) => {
      await sql`select 1 from mailbox_lanes where account_id = ${account} for update`.execute(
        trx,
      );
      calls.endOne();
      await waitFor("the fifth", () => calls.started.length === 5);
      // Whoever met a pause says so before its place is free.
      lane.pause(300);
      calls.endOne();
      await new Promise(setImmediate);
      expect(calls.started).toHaveLength(5);
    });
    await waitFor("the sixth", () => calls.started.length === 6);
    calls.endAll();
    await Promise.all(runs);
    expect(await requestsOf(other.db, account)).toBe(6);
  });

  it("counts what a dead process had standing by, which may have been sent", async () => {
    const account = await newAccount();
    const quota = { recipientsPerDay: 10 };
    const alive = await openProcess(quota);
    const mail = { ...usual, messages: 1, recipients: 2 };
    const holder = randomUUID();
    const sent = Array.from({ length: 4 }, () => newCall({ recipients: 2 }));
    const dead = { accountId: account, holder };
    await lookOnce({ ...dead, joining: sent }, quota);
    const standing = newCall({ recipients: 2 });
    const { standBy } = await lookOnce(
      { ...dead, joining: [standing], alive: sent.map(({ id }) => id) },
      quota,
    );
    expect(standBy).toHaveLength(1);
    await sql`
      update mailbox_calls set seen_at = seen_at - make_interval(secs => 7)
      where id = ${standing.id}
    `.execute(open().db);
    await expect(
      alive(account).run(mail, () => Promise.resolve()),
    ).rejects.toMatchObject({ code: "laneRecipients" });
  });

  it("sets aside what stands by until it can start no more", async () => {
    const accountId = await newAccount();
    const quota = { recipientsPerDay: 10 };
    const look = (holder: string, more: Partial<LaneStep>) =>
      lookOnce({ accountId, holder, ...more }, quota);
    const ids = (calls: readonly { id: string }[]) => calls.map(({ id }) => id);
    const [one, other] = [randomUUID(), randomUUID()];
    const running = [newCall(), newCall(), newCall()];
    await look(one, { joining: running });
    const theirs = newCall();
    await look(other, { joining: [theirs] });
    const mail = newCall({ recipients: 10 });
    const first = await look(one, { joining: [mail], alive: ids(running) });
    expect(ids(first.standBy)).toEqual([mail.id]);
    const urgent = Array.from({ length: 6 }, () => newCall({ urgency: 0 }));
    const second = await look(one, {
      joining: urgent,
      alive: ids([...running, mail]),
      standBy: [mail.id],
    });
    expect(ids(second.standBy)).not.toContain(mail.id);
    // The mail may have started while that look was under way.
    const theirMail = { urgency: 0, share: "b", recipients: 1 };
    const kept = await look(other, {
      ended: [theirs.id],
      joining: [newCall(theirMail)],
    });
    expect(kept.refused).toMatchObject([{ reason: "recipients" }]);
    await look(one, {
      alive: ids([...running, mail, ...urgent]),
      standBy: ids(second.standBy),
    });
    const free = await look(other, { joining: [newCall(theirMail)] });
    expect(free.refused).toEqual([]);
  });

  it("takes calls in again that were given up while this process was not seen", async () => {
    const account = await newAccount();
    const lane = (await openProcess())(account);
    const { db } = open();
    const calls = openCalls();
    const runs = Array.from({ length: 9 }, (_, n) =>
      lane.run(usual, calls.send(String(n))),
    );
    await waitFor("four of them", () => calls.started.length === 4);
    // As another process's look does it.
    await sql`delete from mailbox_calls where account_id = ${account}`.execute(
      db,
    );
    await waitFor("their places", async () => {
      const { rows } = await sql<{ running: number; waiting: number }>`
        select count(started_at)::int as running, (count(*) - count(started_at))::int as waiting
        from mailbox_calls where account_id = ${account}
      `.execute(db);
      return rows[0]?.running === 4 && rows[0].waiting === 5;
    });
    await waitFor("all of them", () => {
      calls.endAll();
      return calls.started.length === 9;
    });
    calls.endAll();
    await Promise.all(runs);
    expect(await requestsOf(db, account)).toBe(9);
  });

  it("gives up none of its own calls after it stood still", async () => {
    const account = await newAccount();
    const lane = (await openProcess())(account);
    const { db } = open();
    const calls = openCalls();
    const runs = Array.from({ length: 9 }, (_, n) =>
      lane.run(usual, calls.send(String(n))),
    );
    await waitFor("who stands by", async () => {
      const { numAffectedRows } = await sql`
        update mailbox_calls set seen_at = seen_at - make_interval(secs => 20)
        where account_id = ${account}
          and 4 = (select count(*) from mailbox_calls where account_id = ${account} and stands_by)
      `.execute(db);
      return numAffectedRows === 9n;
    });
    await waitFor("all of them", () => {
      calls.endAll();
      return calls.started.length === 9;
    });
    calls.endAll();
    await Promise.all(runs);
    expect(await requestsOf(db, account)).toBe(9);
  });

  it("fills no place by itself when this process may have been given up", async () => {
    const account = await newAccount();
    const lane = (await openProcess())(account);
    const calls = openCalls();
    const runs = ["1", "2", "3", "4", "5"].map((name) =>
      lane.run(usual, calls.send(name)),
    );
    await waitFor("who stands by", async () => {
      const { rows } = await sql<{ standing: number }>`
        select count(*)::int as standing from mailbox_calls
        where account_id = ${account} and stands_by
      `.execute(open().db);
      return rows[0]?.standing === 1;
    });
    await whileLaneIsHeld(account, async () => {
      standStill(2_001);
      calls.endOne();
      await new Promise(setImmediate);
      expect(calls.started).toHaveLength(4);
    });
    await waitFor("the fifth", () => calls.started.length === 5);
    calls.endAll();
    await Promise.all(runs);
  });

  it("starts nothing on an answer that came too late", async () => {
    const account = await newAccount();
    const lane = (await openProcess())(account);
    const calls = openCalls();
    await lane.run(usual, () => Promise.resolve());
    let refused: Promise<void> | undefined;
    await whileLaneIsHeld(account, async () => {
      refused = expect(lane.run(usual, calls.send("late"))).rejects.toThrow(
        "took so long",
      );
      await new Promise(setImmediate);
      await new Promise(setImmediate);
      standStill(6_001);
    });
    await refused;
    expect(calls.started).toEqual([]);
    await lane.run(usual, () => Promise.resolve());
  });

  it("looks again for who comes back the moment it is refused", async () => {
    const lane = (await openProcess())(await newAccount());
    lane.pause(60_000);
    const nothing = () => Promise.resolve();
    await expect(
      lane.run(usual, nothing).catch(() => lane.run(usual, nothing)),
    ).rejects.toMatchObject({ code: "lanePaused" });
  });

  it("waits for no process that stops in the middle of a look", async () => {
    const account = await newAccount();
    const lanes = await openProcess();
    await lanes(account).run(usual, () => Promise.resolve());
    const frozen = openFrozen();
    const look = expect(
      lookOnce({ accountId: account, holder: randomUUID() }, { db: frozen.db }),
    ).rejects.toThrow();
    await frozen.stopped;
    await lanes(account).run(usual, () => Promise.resolve());
    frozen.thaw();
    await look;
  });

  it("goes on after a call that fails", async () => {
    const lane = (await openProcess())(await newAccount());
    await expect(
      lane.run({ ...usual, slots: 4 }, () => Promise.reject(new Error("no"))),
    ).rejects.toThrow("no");
    await expect(
      lane.run({ ...usual, slots: 4 }, () => Promise.resolve("yes")),
    ).resolves.toBe("yes");
  });

  it("lets an account wait for no other", async () => {
    const lanes = await openProcess();
    const [slow, quick] = [await newAccount(), await newAccount()];
    const calls = openCalls();
    const waiting = expect(
      Promise.all(
        ["1", "2", "3", "4", "5"].map((name) =>
          lanes(slow).run(usual, calls.send(name)),
        ),
      ),
    ).rejects.toMatchObject({ code: "lanePaused" });
    await waitFor("the slow ones", () => calls.started.length === 4);
    lanes(slow).pause(60_000);
    await lanes(quick).run(usual, () => Promise.resolve());
    calls.endAll();
    await waiting;
  });

  it("holds a pause in every process, and says how long to wait when it is long", async () => {
    const account = await newAccount();
    const [one, other] = [await openProcess(), await openProcess()];
    await one(account).run(usual, () => Promise.resolve());
    const from = performance.now();
    one(account).pause(700);
    await one(account).run(usual, () => Promise.resolve());
    await other(account).run(usual, () => Promise.resolve());
    // Measured by the database's clock; ours differs by less than this.
    expect(performance.now() - from).toBeGreaterThan(690);
    one(account).pause(60_000);
    // Refused at its own look, so that the pause is in the database.
    await expect(
      one(account).run(usual, () => Promise.resolve()),
    ).rejects.toMatchObject({ kind: "retryable", code: "lanePaused" });
    const refused = other(account).run(usual, () => Promise.resolve());
    await expect(refused).rejects.toMatchObject({ code: "lanePaused" });
    const failure = await refused.catch(
      (error: { retryAfterMs: number }) => error,
    );
    expect(failure?.retryAfterMs).toBeGreaterThan(50_000);
  });

  it("counts mails over all processes and refuses those beyond the quota", async () => {
    const account = await newAccount();
    const quota = { recipientsPerDay: 10 };
    const [one, other] = [await openProcess(quota), await openProcess(quota)];
    const mail = { ...usual, messages: 1, recipients: 5 };
    const nothing = () => Promise.resolve();
    await one(account).run(mail, nothing);
    await other(account).run(mail, nothing);
    await expect(one(account).run(mail, nothing)).rejects.toMatchObject({
      kind: "quota",
      code: "laneRecipients",
    });
    await one(account).run(usual, nothing);
  });

  it("keeps the places of a process that died for as long as Microsoft may be at it, and no longer", async () => {
    const account = await newAccount();
    const alive = await openProcess();
    await lookOnce({
      accountId: account,
      holder: randomUUID(),
      joining: [newCall(), newCall(), newCall(), newCall()],
    });
    await sql`
      update mailbox_calls set seen_at = seen_at - make_interval(secs => 10)
      where account_id = ${account}
    `.execute(open().db);
    let runs = false;
    const run = alive(account).run(usual, () => {
      runs = true;
      return Promise.resolve();
    });
    // Another account's call takes longer than a look at this one's lane.
    await alive(await newAccount()).run(usual, () => Promise.resolve());
    expect(runs).toBe(false);
    await sql`
      update mailbox_calls set seen_at = seen_at - make_interval(secs => 2)
      where account_id = ${account} and started_at is not null
    `.execute(open().db);
    await run;
  });

  it("refuses what waits when the process stops", async () => {
    const account = await newAccount();
    const database = open();
    const stopping = await openMailboxLanes({
      db: database.db,
      connectionString: test.connectionString,
      log: pino({ level: "silent" }),
      limits,
    });
    const calls = openCalls();
    const runs = stopping
      .lanes(account)
      .run({ ...usual, slots: 4 }, calls.send("batch"));
    await waitFor("the batch", () => calls.started.length === 1);
    const waits = stopping.lanes(account).run(usual, calls.send("late"));
    const refused = expect(waits).rejects.toThrow("this backend stops");
    await stopping.close();
    await refused;
    calls.endAll();
    await runs;
    expect(calls.started).toEqual(["batch"]);
  });
});
