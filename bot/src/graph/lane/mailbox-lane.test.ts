import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { pino } from "pino";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../../test/harness/database.ts";
import { waitFor } from "../../../../test/harness/wait-for.ts";
import { openDatabase, type Database } from "../../db/database.ts";
import { migrate } from "../../db/migrate.ts";
import type { LaneLimits } from "./lane-rules.ts";
import { openMailboxLanes, type MailboxLanes } from "./mailbox-lanes.ts";
import type { LaneCall } from "./mailbox-lane.ts";

const limits: LaneLimits = {
  width: 4,
  requestsPer10Minutes: 10_000,
  messagesPerMinute: 10_000,
  recipientsPerDay: 10_000,
};
const usual: LaneCall = { urgency: "usual", share: "a" };

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
    const { rows } = await sql<{ requests: number }>`
      select sum(requests)::int as requests from mailbox_use where account_id = ${account}
    `.execute(other.db);
    expect(rows).toEqual([{ requests: 6 }]);
  });

  it("counts what a dead process had standing by, which may have been sent", async () => {
    const account = await newAccount();
    const quota = { recipientsPerDay: 10 };
    const [dead, alive] = [await openProcess(quota), await openProcess(quota)];
    const calls = openCalls();
    const mail = { ...usual, messages: 1, recipients: 2 };
    for (const name of ["1", "2", "3", "4", "5"])
      void dead(account)
        .run(mail, calls.send(name))
        .catch(() => undefined);
    await waitFor("four of them", () => calls.started.length === 4);
    // As after a kill.
    await waitFor("who stood by", async () => {
      const { numAffectedRows } = await sql`
        update mailbox_calls
        set id = gen_random_uuid(), holder = gen_random_uuid(), seen_at = seen_at - make_interval(secs => 7)
        where account_id = ${account} and stands_by
      `.execute(open().db);
      return numAffectedRows === 1n;
    });
    await expect(
      alive(account).run(mail, () => Promise.resolve()),
    ).rejects.toMatchObject({ code: "laneRecipients" });
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
    const [dead, alive] = [await openProcess(), await openProcess()];
    const calls = openCalls();
    for (const name of ["1", "2", "3", "4"])
      void dead(account).run(usual, calls.send(name));
    await waitFor("four of them", () => calls.started.length === 4);
    // Its end is never told, and nobody sees it any more, as after a kill.
    await sql`
      update mailbox_calls
      set id = gen_random_uuid(), seen_at = seen_at - make_interval(secs => 10)
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
