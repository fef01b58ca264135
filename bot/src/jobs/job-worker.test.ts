import { pino } from "pino";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../test/harness/database.ts";
import { waitFor } from "../../../test/harness/wait-for.ts";
import { openDatabase, type Database } from "../db/database.ts";
import { migrate } from "../db/migrate.ts";
import { jobNames } from "./job-catalog.ts";
import { openJobQueue, type JobQueue } from "./job-queue.ts";
import { openStoppedJobs } from "./stopped-jobs.ts";
import { startWorkers, type JobHandlers } from "./job-worker.ts";

describe("a worker", () => {
  let test: TestDatabase;
  let database: Database;
  let queue: JobQueue;
  const log = pino({ level: "silent" });
  beforeAll(async () => {
    test = await createTestDatabase();
    const { connectionString } = test;
    database = openDatabase({ connectionString, onError: () => undefined });
    await migrate(database.pool);
    queue = await openJobQueue({ connectionString, log });
  });
  afterAll(async () => {
    await queue.stop();
    await database.close();
    await test.drop();
  });

  it("works off everything that waits, without being told of each", async () => {
    // One worker: one that slept after each of them would need more than a minute.
    const waiting = Array.from({ length: 20 }, (_, n) => `activity ${n}`);
    const done: string[] = [];
    const nothing = () => Promise.resolve();
    await startWorkers({
      noteTiming: () => undefined,
      stoppedJobs: openStoppedJobs(database.db),
      onStopped: nothing,
      queue,
      db: database.db,
      log,
      handlers: {
        ...(Object.fromEntries(
          jobNames.map((name) => [name, nothing]),
        ) as unknown as JobHandlers),
        "cards.remove-copy": ({ activityId }) => {
          done.push(activityId);
          return Promise.resolve();
        },
      },
    });
    await queue.enqueue(
      database.db,
      "cards.remove-copy",
      waiting.map((activityId) => ({
        eventId: "11111111-1111-4111-8111-111111111111",
        channelId: "19:channel",
        activityId,
      })),
    );
    await waitFor("all of them", () => done.length === waiting.length);
    expect(done.toSorted()).toEqual(waiting.toSorted());
  });
});
