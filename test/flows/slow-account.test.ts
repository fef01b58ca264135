import type { EventChange } from "../../bot/contract/event-content.ts";
import type { EventDetail } from "../../bot/contract/events.ts";
import { connectAccount } from "../harness/connect-account.ts";
import type { InterceptedMoment } from "../../simulator/simulation.ts";
import { closedGate } from "../harness/gate.ts";
import { untilIdle } from "../harness/idle.ts";
import { waitFor } from "../harness/wait-for.ts";
import { lunch, openWorld, people, type World } from "../harness/world.ts";

const nextAccount = "AllanD@contoso.com";
const member = "AdeleV@contoso.com";

/** One organization with two accounts: the earlier one keeps its events, the next organizes new ones. */
describe("an account whose mailbox is slow or throttled", () => {
  let world: World;
  let groupId: string;
  let earlier: EventDetail[];
  let gate: ReturnType<typeof closedGate>["intercept"] | null = null;
  beforeAll(async () => {
    world = await openWorld({
      simulator: { intercept: (moment) => gate?.(moment) },
    });
    await world.connectAccount();
    groupId = await world.groupId("Women at Contoso", people.lead);
    earlier = await scheduleAll("Earlier", 8);
    await world.product().stop();
    await world.restart({ SERVICE_ACCOUNT_UPN: nextAccount });
    await connectAccount(world.as(people.admin), nextAccount);
    await untilIdle(world);
  }, 60_000);
  afterAll(() => world.close());

  const lead = () => world.as(people.lead);
  const scheduleAll = async (name: string, count: number) => {
    const events: EventDetail[] = [];
    for (let n = 0; n < count; n += 1) {
      const { body } = await lead().send<EventDetail>(
        "POST",
        "/api/events",
        lunch(groupId, {
          title: `${name} ${n}`,
          audience: { group: false, addresses: [member] },
        }),
      );
      events.push(body);
    }
    await untilScheduled(events);
    return events;
  };
  const untilScheduled = (events: readonly EventDetail[]) =>
    waitFor(
      "Outlook to show them",
      async () => {
        const newest = await Promise.all(
          events.map(({ id }) => lead().event(id)),
        );
        return newest.every(({ status }) => status === "scheduled");
      },
      60_000,
    );
  const moveToRoom = async (location: string) => {
    for (const { id } of earlier) {
      const { version } = await lead().event(id);
      const { groupId: _, ...wanted } = lunch(groupId, {
        title: (await lead().event(id)).title,
        audience: { group: false, addresses: [member] },
        location,
      });
      await lead().send(
        "PUT",
        `/api/events/${id}`,
        wanted satisfies EventChange,
        {
          "If-Match": `"${version}"`,
        },
      );
    }
  };
  const statusOf = async (events: readonly EventDetail[]) =>
    (await Promise.all(events.map(({ id }) => lead().event(id)))).map(
      ({ status }) => status,
    );
  /** Requests for an event of before: those name it, creates do not. */
  const ofEarlier = "/me/events/[^/?]+";

  it("holds up no other account, and comes through in the end", async () => {
    const mailbox = closedGate(
      ({ point, path }: InterceptedMoment) =>
        point === "received" && new RegExp(ofEarlier).test(path),
    );
    gate = mailbox.intercept;
    await moveToRoom("Room 5");
    await waitFor("its mailbox to be full", () =>
      Promise.resolve(world.simulator.mailboxLoad().mostInFlight === 4),
    );
    const created = await scheduleAll("Meanwhile", 5);
    // The others were there before the first of the slow ones had come through.
    expect(await statusOf(earlier)).toEqual(earlier.map(() => "updating"));
    gate = null;
    mailbox.open();
    await untilScheduled([...earlier, ...created]);
    expect(world.simulator.mailboxLoad()).toEqual({
      mostInFlight: 4,
      refused: 0,
    });
  }, 120_000);

  it("that Graph asks for a long pause holds up no other account either", async () => {
    // Longer than all that is looked at during it takes on a busy machine.
    const pauseSeconds = 20;
    world.simulator.setFault({
      service: "graph",
      path: ofEarlier,
      times: 1,
      effect: {
        kind: "status",
        status: 429,
        retryAfterSeconds: pauseSeconds,
        when: "before",
      },
    });
    await moveToRoom("Room 6");
    // The pause is the mailbox's: once it is known, those that have not been tried yet are told of it, too.
    const paused = await waitFor(
      "changes that wait for the time named",
      async () => {
        const events = await Promise.all(
          earlier.map(({ id }) => lead().event(id)),
        );
        const isBusy = events.some(({ progress }) =>
          progress.problem?.startsWith("Outlook is busy"),
        );
        const waiting = events.filter(({ status }) => status === "updating");
        return (
          isBusy &&
          waiting.every(
            ({ progress: { waitingFor } }) =>
              waitingFor === "nextTry" || waitingFor === "pause",
          ) &&
          waiting
        );
      },
    );
    for (const { progress } of paused) {
      expect([
        "nextTry: Outlook is busy; the next try starts by itself.",
        "pause: Outlook has asked for a pause.",
      ]).toContain(`${progress.waitingFor}: ${progress.problem}`);
      expect(progress.nextTryInMs).toBeGreaterThan(0);
      expect(progress.nextTryInMs).toBeLessThanOrEqual(pauseSeconds * 1_000);
    }
    const created = await scheduleAll("During the pause", 5);
    const waiting = await statusOf(earlier);
    expect(
      waiting.filter((status) => status === "updating").length,
    ).toBeGreaterThan(0);
    await untilScheduled([...earlier, ...created]);
  }, 120_000);
});
