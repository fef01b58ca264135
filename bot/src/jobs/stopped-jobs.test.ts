import { pino } from "pino";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../test/harness/database.ts";
import { waitFor } from "../../../test/harness/wait-for.ts";
import { openDatabase, type Database } from "../db/database.ts";
import { migrate } from "../db/migrate.ts";
import { jobNames, type JobName } from "./job-catalog.ts";
import { openJobQueue, type JobQueue } from "./job-queue.ts";
import { startWorkers, type JobHandlers } from "./job-worker.ts";
import { openStoppedJobs, type StoppedJobs } from "./stopped-jobs.ts";

const eventId = "11111111-1111-4111-8111-111111111111";
const groupId = "22222222-2222-4222-8222-222222222222";

describe("a job that runs out of tries", () => {
  let test: TestDatabase;
  let database: Database;
  let queue: JobQueue;
  let stoppedJobs: StoppedJobs;
  const log = pino({ level: "silent" });
  const runs: { name: JobName; isLastAttempt: boolean }[] = [];
  /** What handlers do; by default nothing. */
  const behaviours = new Map<JobName, () => Promise<void>>();
  const told: string[] = [];

  beforeAll(async () => {
    test = await createTestDatabase();
    const { connectionString } = test;
    database = openDatabase({ connectionString, onError: () => undefined });
    await migrate(database.pool);
    queue = await openJobQueue({ connectionString, log });
    stoppedJobs = openStoppedJobs(database.db);
    await startWorkers({
      queue,
      db: database.db,
      log,
      noteTiming: () => undefined,
      stoppedJobs,
      onStopped: (_trx, { name }) => {
        told.push(name);
        return Promise.resolve();
      },
      handlers: Object.fromEntries(
        jobNames.map((name) => [
          name,
          // Not async: it may throw before there is a promise.
          (_payload: unknown, context: { isLastAttempt: boolean }) => {
            runs.push({ name, isLastAttempt: context.isLastAttempt });
            return behaviours.get(name)?.() ?? Promise.resolve();
          },
        ]),
      ) as unknown as JobHandlers,
    });
  });
  afterEach(() => {
    behaviours.clear();
    runs.length = 0;
  });
  afterAll(async () => {
    await queue.stop();
    await database.close();
    await test.drop();
  });

  const send = (name: JobName, data: object, key: string, retryLimit: number) =>
    queue.boss.send(name, data, {
      singletonKey: key,
      retryLimit,
      retryDelay: 1,
      retryBackoff: false,
    });
  const stopped = async (name: JobName) =>
    (
      await database.db
        .selectFrom("stopped_work")
        .where("job_name", "=", name)
        .selectAll()
        .execute()
    )[0];
  const runsOf = (name: JobName) => runs.filter((run) => run.name === name);

  it("is listed with its reason and its tries, also when its handler throws before it waits for anything", async () => {
    behaviours.set("groups.welcome", () => {
      throw new Error("no team of megan@contoso.com");
    });
    await send("groups.welcome", { groupId }, groupId, 1);
    const row = await waitFor("the entry", () => stopped("groups.welcome"));
    expect(row).toMatchObject({
      job_key: groupId,
      payload: { groupId },
      reason: "unexpected",
      attempts: 2,
      retried_at: null,
    });
    expect(runsOf("groups.welcome").map((run) => run.isLastAttempt)).toEqual([
      false,
      true,
    ]);
    expect(told).toContain("groups.welcome");
    // Of its words nothing is kept where others may read it.
    const { rows } = await database.pool.query(
      "select output, source_output from pgboss.job where output is not null or source_output is not null",
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain("megan");
  });

  it("counts its tries together, and is gone when a later run succeeds", async () => {
    behaviours.set("groups.welcome", () => Promise.reject(new Error("again")));
    const before = await stopped("groups.welcome");
    await send("groups.welcome", { groupId }, groupId, 0);
    const row = await waitFor("another end", async () => {
      const now = await stopped("groups.welcome");
      return now?.attempts === 3 && now;
    });
    expect(row.since).toEqual(before?.since);
    expect(row.stopped_at.getTime()).toBeGreaterThan(
      before?.stopped_at.getTime() ?? 0,
    );
    behaviours.clear();
    await send("groups.welcome", { groupId }, groupId, 0);
    await waitFor(
      "the list to be empty",
      async () => !(await stopped("groups.welcome")),
    );
  });

  it("is listed at once when nobody can read its payload", async () => {
    await send("groups.sync", { groupId: "women" }, "women", 8);
    const row = await waitFor("the entry", () => stopped("groups.sync"));
    expect(row).toMatchObject({ reason: "unreadable", attempts: 1 });
    expect(runsOf("groups.sync")).toEqual([]);
  });

  it("waits an hour with the list when it comes by the clock", async () => {
    behaviours.set("cards.publish-due", () =>
      Promise.reject(new Error("not now")),
    );
    await send("cards.publish-due", {}, "all", 0);
    const row = await waitFor("the entry", () => stopped("cards.publish-due"));
    expect(row.listed_at.getTime() - row.since.getTime()).toBe(3_600_000);
  });

  it("is not begun again when its process ended each time, until somebody asks for it", async () => {
    const key = "19:channel/copy";
    const payload = { eventId, channelId: "19:channel", activityId: "copy" };
    await send("cards.remove-copy", payload, key, 0);
    await waitFor("a run", () => runsOf("cards.remove-copy").length === 1);
    behaviours.set("cards.remove-copy", () => new Promise(() => undefined));
    await send("cards.remove-copy", payload, key, 0);
    await waitFor("another", () => runsOf("cards.remove-copy").length === 2);
    const row = await waitFor(
      "the entry",
      async () => {
        // What its process would leave, were it dead: no sign of life for long. This one is alive and gives some.
        await database.pool.query(
          "update pgboss.job set heartbeat_on = now() - interval '1 hour' where name = 'cards.remove-copy' and state = 'active'",
        );
        await queue.boss.supervise("cards.remove-copy");
        return stopped("cards.remove-copy");
      },
      40_000,
    );
    expect(row).toMatchObject({ reason: "processEnded", attempts: 1 });

    behaviours.clear();
    await waitFor("the hold", () =>
      stoppedJobs.isHeld("cards.remove-copy", key),
    );
    await database.db
      .updateTable("stopped_work")
      .set({ retried_at: new Date() })
      .where("id", "=", row.id)
      .execute();
    expect(await stoppedJobs.isHeld("cards.remove-copy", key)).toBe(false);
  }, 60_000);
});
