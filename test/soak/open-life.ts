import { openLog } from "../../bot/src/log.ts";
import pg from "pg";
import type { NewEvent } from "../../bot/contract/event-content.ts";
import type { EventDetail } from "../../bot/contract/events.ts";
import { openDatabase } from "../../bot/src/db/database.ts";
import { jobCatalog, jobNames } from "../../bot/src/jobs/job-catalog.ts";
import { openJobQueue } from "../../bot/src/jobs/job-queue.ts";
import { untilIdle } from "../harness/idle.ts";
import { waitFor } from "../harness/wait-for.ts";
import { lunch, openWorld, people, type World } from "../harness/world.ts";
import { openAnswerBook, type AnswerBook } from "./answer-book.ts";
import { openShiftedClock, type ShiftedClock } from "./shifted-clock.ts";

/** The product in an organization whose time can be moved. */
export interface Life {
  world: World;
  clock: ShiftedClock;
  book: AnswerBook;
  /** Members of the group. */
  people: string[];
  schedule(
    event: Pick<NewEvent, "title" | "start" | "end"> & Partial<NewEvent>,
  ): Promise<EventDetail>;
  /** Lets hours pass, with everything that comes round in them, and waits until all is done. */
  pass(hours: number): Promise<void>;
  /** Lets hours pass in which no backend runs, so that nothing comes round. */
  passUnattended(hours: number): Promise<void>;
  subscription(): Promise<{ graphId: string | null; expiresAt: Date | null }>;
  close(): Promise<void>;
}

const team = "Women at Contoso";

/** Reading the rosters of teams takes a process each and changes nothing here. */
const leftOut = ["groups.sync-all"];

/** @param start later than now */
export async function openLife(start: Date): Promise<Life> {
  await using opened = new AsyncDisposableStack();
  const clock = await openShiftedClock();
  opened.defer(() => clock.remove());
  const world = await openWorld({
    simulator: { clock },
    environment: clock.environment,
    proxyDatabase: async (connectionString) => {
      await clock.rule(connectionString);
      return connectionString;
    },
  });
  opened.defer(() => world.close());
  await clock.ruleQueue();
  const groupId = await world.groupId(team, people.lead);
  await untilIdle(world);
  await clock.forward((start.getTime() - Date.now()) / 3_600_000, true);
  await world.connectAccount();
  const { connectionString } = world.database;
  const log = openLog("silent");
  const { db, close } = openDatabase({
    connectionString,
    onError: () => undefined,
  });
  opened.defer(close);
  // One more replica, in a way, that only asks for what comes round.
  const queue = await openJobQueue({ connectionString, log });
  opened.defer(() => queue.stop());
  const members = world.simulator.world.teams.find(({ name }) => name === team);
  await untilIdle(world);
  const kept = opened.move();

  return {
    world,
    clock,
    book: openAnswerBook(world),
    people: (members?.memberIds ?? []).map(
      (id) => world.simulator.world.person(id)?.mail ?? "",
    ),
    async schedule(wanted) {
      const lead = world.as(people.lead);
      const { status, body } = await lead.send<EventDetail>(
        "POST",
        "/api/events",
        lunch(groupId, { ...wanted, channelIds: [members?.id ?? ""] }),
      );
      if (status !== 201)
        throw new Error(`Not scheduled: ${JSON.stringify(body)}`);
      return waitFor("the invitations", async () => {
        const event = await lead.event(body.id);
        return event.status === "scheduled" && event;
      });
    },
    async pass(hours) {
      await clock.forward(hours, true);
      for (const name of jobNames)
        if (jobCatalog[name].everyMinutes !== null && !leftOut.includes(name))
          await queue.enqueue(db, name, {});
      await untilIdle(world);
    },
    passUnattended: (hours) => clock.forward(hours, false),
    async subscription() {
      const client = new pg.Client(connectionString);
      await client.connect();
      const { rows } = await client
        .query<{ graph_id: string | null; expires_at: Date | null }>(
          "select graph_id, expires_at from graph_subscriptions",
        )
        .finally(() => client.end());
      return {
        graphId: rows[0]?.graph_id ?? null,
        expiresAt: rows[0]?.expires_at ?? null,
      };
    },
    close: () => kept.disposeAsync(),
  };
}
