import { randomUUID } from "node:crypto";
import type { EventDetail } from "../../bot/contract/events.ts";
import type { ApiAnswer } from "../harness/api.ts";
import {
  openCrashLane,
  type CrashLane,
  type CrashPoint,
} from "../harness/crash-lane.ts";
import { waitFor } from "../harness/wait-for.ts";
import { lunch, people, type World } from "../harness/world.ts";

const team = "Women at Contoso";
const inOutlook = "AdeleV@contoso.com";
const inTab = "DiegoS@contoso.com";

/** How often a write that a run did not come by is tried again. */
const triesPerPoint = 4;

/** Schedule, two answers, move, cancel, by a client that repeats what got no answer. */
async function mainJob(world: World): Promise<void> {
  const lead = world.as(people.lead);
  const groupId = await world.groupId(team, people.lead);
  const keys = {
    create: randomUUID(),
    move: randomUUID(),
    cancel: randomUUID(),
  };
  const created = await persist(() =>
    lead.send<EventDetail>("POST", "/api/events", lunch(groupId), {
      "Idempotency-Key": keys.create,
    }),
  );
  expect(created.status).toBe(201);
  const path = `/api/events/${created.body.id}`;
  const state = (what: string, check: (event: EventDetail) => boolean) =>
    waitFor(
      what,
      async () => {
        const event = await lead.event(created.body.id);
        return check(event) && event;
      },
      45_000,
    );

  await state("the invitations", ({ status }) => status === "scheduled");
  world.simulator.respond({
    person: inOutlook,
    subject: "Lunch and learn",
    response: "accepted",
  });
  await state("Outlook's answer", ({ tally }) => tally.accepted === 1);
  await persist(() =>
    world.as(inTab).send("PUT", `${path}/response`, { answer: "declined" }),
  );
  const answered = await state(
    "the tab's answer",
    ({ tally }) => tally.declined === 1,
  );
  expect(answered.tally).toMatchObject({ accepted: 1, declined: 1 });

  const { groupId: _group, ...change } = lunch(groupId, {
    start: "2031-12-02T12:00",
    end: "2031-12-02T13:00",
  });
  await persist(() =>
    lead.send("PUT", path, change, {
      "If-Match": `"${answered.version}"`,
      "Idempotency-Key": keys.move,
    }),
  );
  const moved = await state("the move", ({ status }) => status === "scheduled");
  expect(moved.tally.none).toBe(moved.tally.total);
  await persist(() =>
    lead.send(
      "POST",
      `${path}/cancel`,
      { message: "Sorry." },
      {
        "If-Match": `"${moved.version}"`,
        "Idempotency-Key": keys.cancel,
      },
    ),
  );
  await state("the cancellation", ({ status }) => status === "cancelled");
}

/** Sends again until there is an answer, as the tab does. */
async function persist<T>(
  send: () => Promise<ApiAnswer<T>>,
): Promise<ApiAnswer<T>> {
  return waitFor("an answer", async () => {
    const answer = await send();
    return answer.status < 500 && answer;
  });
}

/** What everybody has in Outlook at the end, and how many events there ever were. */
function endState(world: World): unknown {
  const { simulator } = world;
  const group = simulator.world.teams.find(({ name }) => name === team);
  const mailboxes = (group?.memberIds ?? []).map((id) => {
    const { mails, events } = simulator.mailbox(id);
    return {
      mails: mails.map(({ kind }) => kind),
      events: events.map(({ subject, startsAt, isCancelled }) => ({
        subject,
        startsAt,
        isCancelled,
      })),
    };
  });
  return {
    mailboxes,
    organizerEvents: simulator.mailbox(people.organizer).events.length,
  };
}

describe("kill -9 at every recorded write of the main job", () => {
  const lanes: CrashLane[] = [];
  beforeAll(async () => {
    lanes.push(...(await Promise.all([openCrashLane(), openCrashLane()])));
  }, 120_000);
  afterAll(async () => {
    await Promise.all(lanes.map((lane) => lane.close()));
  });

  it("ends each time in the state of the undisturbed run", async () => {
    const [first] = lanes;
    if (!first) throw new Error("no lane");
    let undisturbed: unknown;
    const { passed: points } = await first.run(null, async (world) => {
      await mainJob(world);
      undisturbed = endState(world);
    });
    expect(points.length).toBeGreaterThan(30);
    expect(undisturbed).toMatchObject({ organizerEvents: 0 });

    const waiting = [...points];

    const failures: string[] = [];
    const missed: CrashPoint[] = [];
    const notReached = new Map<CrashPoint, number>();
    await Promise.all(
      lanes.map(async (lane) => {
        for (let point = waiting.shift(); point; point = waiting.shift()) {
          try {
            const { killed } = await lane.run(point, async (world) => {
              await mainJob(world);
              expect(endState(world)).toEqual(undisturbed);
            });
            if (killed) continue;
            // A job that coalesced with another did not write this time; it mostly does the next.
            const tries = (notReached.get(point) ?? 0) + 1;
            notReached.set(point, tries);
            if (tries < triesPerPoint) waiting.push(point);
            else missed.push(point);
          } catch (error) {
            failures.push(`${point.nth}. ${point.label}: ${String(error)}`);
          }
        }
      }),
    );
    expect(failures).toEqual([]);
    // Every write was killed at, none left out.
    expect(missed).toEqual([]);
  }, 900_000);
});
