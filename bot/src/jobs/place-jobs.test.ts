import { randomUUID } from "node:crypto";
import { pino } from "pino";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../test/harness/database.ts";
import { openDatabase, type Database } from "../db/database.ts";
import { migrate } from "../db/migrate.ts";
import { openJobQueue, type JobQueue } from "./job-queue.ts";

const name = "events.publish";

describe("publications that wait", () => {
  let test: TestDatabase;
  let database: Database;
  let queue: JobQueue;
  beforeAll(async () => {
    test = await createTestDatabase();
    const { connectionString } = test;
    database = openDatabase({ connectionString, onError: () => undefined });
    await migrate(database.pool);
    queue = await openJobQueue({
      connectionString,
      log: pino({ level: "silent" }),
    });
  });
  afterAll(async () => {
    await queue.stop();
    await database.close();
    await test.drop();
  });
  beforeEach(() => queue.boss.deleteAllJobs(name));

  /** Events of one new group. */
  async function newEvents(count: number): Promise<string[]> {
    const groupId = randomUUID();
    const now = new Date();
    await database.db
      .insertInto("groups")
      .values({
        id: groupId,
        team_id: groupId,
        directory_group_id: null,
        name: "Women at Contoso",
        conversation_reference: "{}",
        created_at: now,
      })
      .execute();
    const ids = Array.from({ length: count }, () => randomUUID());
    await database.db
      .insertInto("scheduled_events")
      .values(
        ids.map((id) => ({
          id,
          group_id: groupId,
          account_id: null,
          title: "Lunch and learn",
          description: "",
          start_local: "2031-12-01T12:00",
          end_local: "2031-12-01T13:00",
          time_zone: "Europe/London",
          starts_at: new Date("2031-12-01T12:00Z"),
          ends_at: new Date("2031-12-01T13:00Z"),
          is_online: false,
          location: "",
          audience_group: true,
          audience_addresses: [],
          open: false,
          cancel_message: null,
          created_by: groupId,
          created_at: now,
          updated_at: now,
          meeting_state: "none" as const,
        })),
      )
      .execute();
    return ids;
  }

  const enqueue = (
    ids: readonly string[],
    options?: { startAfter?: Date; isUrgent?: boolean },
  ) =>
    queue.enqueue(
      database.db,
      name,
      ids.map((eventId) => ({ eventId, wave: 1 })),
      options,
    );

  /** The events in the order in which workers get them. */
  async function fetchAll(): Promise<string[]> {
    const order: string[] = [];
    for (;;) {
      const [job] = await queue.boss.fetch<{ eventId: string }>(name);
      if (!job) return order;
      order.push(job.data.eventId);
    }
  }

  it("take turns between groups, however many one of them has", async () => {
    const busy = await newEvents(5);
    const quiet = await newEvents(1);
    await enqueue(busy);
    await enqueue(quiet);
    const order = await fetchAll();
    expect(order).toHaveLength(6);
    expect(order.indexOf(quiet[0] ?? "")).toBeLessThan(2);
  });

  it("let through what somebody waits for before what a sweep found", async () => {
    const swept = await newEvents(3);
    const wanted = await newEvents(1);
    await enqueue(swept, { isUrgent: false });
    await enqueue(wanted);
    expect((await fetchAll())[0]).toBe(wanted[0]);
  });

  it("start at once when somebody waits for one that was put off", async () => {
    const later = new Date(Date.now() + 600_000);
    const [event = ""] = await newEvents(1);
    await enqueue([event], { startAfter: later });
    expect(await fetchAll()).toEqual([]);
    await enqueue([event]);
    expect(await fetchAll()).toEqual([event]);
  });

  it("stay where they are when one is put off or found by a sweep that waits already", async () => {
    const later = new Date(Date.now() + 600_000);
    const [first = "", second = ""] = await newEvents(2);
    await enqueue([first]);
    await enqueue([first], { startAfter: later });
    expect(await fetchAll()).toEqual([first]);
    await enqueue([second], { startAfter: later });
    await enqueue([second], { isUrgent: false });
    expect(await fetchAll()).toEqual([]);
  });
});
