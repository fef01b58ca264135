import type { EventDetail } from "../../bot/contract/events.ts";
import { untilIdle } from "../harness/idle.ts";
import {
  changeOf,
  heldEvents,
  type HeldEvents,
} from "../harness/held-events.ts";
import { waitFor } from "../harness/wait-for.ts";
import { openWorld, people, type World } from "../harness/world.ts";

const person = (n: number) =>
  `guest-${String(n).padStart(5, "0")}@partner.example`;
const persons = (count: number) =>
  Array.from({ length: count }, (_, n) => person(n + 1));
const invited = (addresses: string[]) => ({
  audience: { group: false, addresses },
});

describe("an audience of more people than Outlook invites to one event", () => {
  let world: World;
  let held: HeldEvents;

  const open = async (environment: Record<string, string> = {}) => {
    world = await openWorld({ environment });
    await world.connectAccount();
    held = heldEvents(
      world,
      await world.groupId("Women at Contoso", people.lead),
    );
  };
  afterEach(() => world.close());

  /** The kinds of mails that somebody got about an event, in the order in which they came. */
  const kindsOf = (address: string, title: string) =>
    world.simulator
      .mailbox(address)
      .mails.filter(({ subject }) => subject.endsWith(title))
      .map(({ kind }) => kind)
      .toReversed()
      .join();

  /** How many people got which mails. */
  const count = (addresses: readonly string[], title: string) => {
    const counts: Record<string, number> = {};
    for (const address of addresses) {
      const kinds = kindsOf(address, title);
      counts[kinds] = (counts[kinds] ?? 0) + 1;
    }
    return counts;
  };

  const wavesOf = (title: string) =>
    world.simulator
      .mailbox(people.organizer)
      .events.filter(({ subject }) => subject === title)
      .toSorted((a, b) => b.attendees.length - a.attendees.length);

  const schedule = async (title: string, addresses: string[], more = {}) => {
    const { status, body } = await held.schedule(title, {
      ...invited(addresses),
      ...more,
    });
    expect({ status, body }).toMatchObject({ status: 201 });
    return body;
  };
  const isOut = (event: Pick<EventDetail, "id">, title: string) =>
    waitFor(
      `everybody to hear of ${title}`,
      async () => {
        const { status, progress } = await world
          .as(people.lead)
          .event(event.id);
        if (status === "failed") throw new Error(progress.problem ?? "failed");
        return status === "scheduled" || status === "cancelled";
      },
      60_000,
    );

  it("is invited by as few Outlook events as hold it, everybody once", async () => {
    await open();
    for (const [size, sizes] of [
      [499, [499]],
      [500, [500]],
      [501, [500, 1]],
    ] as const) {
      const title = `Lunch of ${size}`;
      const event = await schedule(title, persons(size));
      await isOut(event, title);
      await untilIdle(world);
      expect(count(persons(size), title)).toEqual({ invitation: size });
      expect(wavesOf(title).map(({ attendees }) => attendees.length)).toEqual(
        sizes,
      );
    }
  }, 120_000);

  it("has one meeting, whose link the later waves carry, and one tally, one update and one cancellation", async () => {
    await open({ WAVE_SIZE: "3" });
    const title = "Lunch in waves";
    const all = persons(8);
    const event = await schedule(title, all);
    await isOut(event, title);
    const [first, ...later] = wavesOf(title);
    expect(later.map(({ attendees }) => attendees.length)).toEqual([3, 2]);
    const link = first?.joinUrl ?? "";
    expect(link).toContain("https://");
    for (const wave of later) {
      expect(wave.isOnlineMeeting).toBe(false);
      expect(wave.location).toContain(link);
      expect(wave.bodyHtml).toContain("Join the Teams meeting");
    }

    // People of different waves answer in Outlook.
    for (const [n, response] of [
      [1, "accepted"],
      [5, "declined"],
      [8, "accepted"],
    ] as const)
      world.simulator.respond({ person: person(n), subject: title, response });
    const answered = await waitFor("the answers of all waves", async () => {
      const seen = await world.as(people.lead).event(event.id);
      return seen.tally.accepted === 2 && seen.tally.declined === 1 && seen;
    });
    expect(answered.tally).toMatchObject({ none: 5 });

    // Somebody new goes where there is a place, and nobody else is mailed.
    await held.change(
      answered,
      changeOf(answered, invited([...all, person(9)])),
    );
    await isOut(event, title);
    expect(wavesOf(title).map(({ attendees }) => attendees.length)).toEqual([
      3, 3, 3,
    ]);
    expect(count(persons(9), title)).toEqual({ invitation: 9 });

    // Two more make a wave of their own; one leaves another.
    const before = await world.as(people.lead).event(event.id);
    await held.change(
      before,
      changeOf(
        before,
        invited([...persons(11).filter((one) => one !== person(4))]),
      ),
    );
    await isOut(event, title);
    expect(count(persons(11), title)).toEqual({
      invitation: 10,
      "invitation,cancellation": 1,
    });
    expect(wavesOf(title).map(({ attendees }) => attendees.length)).toEqual([
      3, 3, 2, 2,
    ]);

    // A change that everybody sees mails everybody once; who answered keeps the answer.
    const written = await world.as(people.lead).event(event.id);
    await held.change(
      written,
      changeOf(written, { description: "Other words." }),
    );
    await isOut(event, title);
    expect(count(persons(11), title)).toEqual({
      "invitation,update": 10,
      "invitation,cancellation": 1,
    });
    for (const wave of wavesOf(title).slice(1))
      expect(wave.bodyHtml).toContain("Other words.");
    expect((await world.as(people.lead).event(event.id)).tally).toMatchObject({
      accepted: 2,
      declined: 1,
    });

    const last = await world.as(people.lead).event(event.id);
    await held.cancel(last, "The cook is ill.");
    await isOut(event, title);
    expect(count(persons(11), title)).toEqual({
      "invitation,update,cancellation": 10,
      "invitation,cancellation": 1,
    });
    await untilIdle(world);
  }, 120_000);

  it("asks Outlook only about the waves that a change of people concerns", async () => {
    await open({ WAVE_SIZE: "2" });
    const title = "Lunch of many waves";
    const event = await schedule(title, persons(9), { isOnline: false });
    await isOut(event, title);
    await untilIdle(world);
    const before = world.simulator.exchanges().length;
    const seen = await world.as(people.lead).event(event.id);
    await held.change(seen, changeOf(seen, invited(persons(10))));
    await isOut(event, title);
    await untilIdle(world);
    const calls = world.simulator
      .exchanges()
      .slice(before)
      .filter(
        ({ service, url }) => service === "graph" && url.includes("/me/events"),
      )
      .map(({ method }) => method);
    // One read and one change, and the read that a report of our own change may ask for.
    expect(calls.filter((method) => method === "PATCH")).toHaveLength(1);
    expect(calls.length).toBeLessThanOrEqual(3);
    expect(count(persons(10), title)).toEqual({ invitation: 10 });
  }, 120_000);

  it("goes on without a wave that Outlook refuses, and tries that one alone again", async () => {
    await open({ WAVE_SIZE: "3" });
    const title = "Lunch with a gap";
    // The first create is that of the first wave, which the others wait for.
    const event = await schedule(title, persons(3));
    await isOut(event, title);
    world.simulator.setFault({
      service: "graph",
      method: "POST",
      path: "/me/events$",
      times: 1,
      effect: { kind: "status", status: 400, when: "before" },
    });
    const seen = await world.as(people.lead).event(event.id);
    await held.change(seen, changeOf(seen, invited(persons(9))));
    const failed = await waitFor("one wave to be given up", async () => {
      const now = await world.as(people.lead).event(event.id);
      return now.status === "failed" && now.progress.invited === 6 && now;
    });
    expect(failed.progress).toMatchObject({
      total: 9,
      problem: expect.stringContaining("Outlook refused") as string,
    });
    await world
      .as(people.lead)
      .send("POST", `/api/events/${event.id}/publish`, undefined);
    await isOut(event, title);
    await untilIdle(world);
    expect(count(persons(9), title)).toEqual({ invitation: 9 });
  }, 120_000);

  it("stays scheduled while somebody who joins is invited by a wave of their own", async () => {
    await open({ WAVE_SIZE: "3" });
    const title = "Open lunch in waves";
    const event = await schedule(title, persons(3), { open: true });
    await isOut(event, title);
    world.simulator.setFault({
      service: "graph",
      method: "POST",
      path: "/me/events$",
      times: null,
      effect: { kind: "status", status: 503, when: "before" },
    });
    const joined = await world
      .as("AdeleV@contoso.com")
      .send<EventDetail>("PUT", `/api/events/${event.id}/response`, {
        answer: "accepted",
      });
    expect(joined).toMatchObject({
      status: 200,
      body: { status: "scheduled", progress: { invited: 3, total: 4 } },
    });
    await waitFor("the first try", async () => {
      const { progress } = await world.as(people.lead).event(event.id);
      return progress.problem !== null;
    });
    expect((await world.as(people.lead).event(event.id)).status).toBe(
      "scheduled",
    );
    world.simulator.clearFaults();
    await waitFor(
      "the invitation",
      () => kindsOf("AdeleV@contoso.com", title) === "invitation",
    );
    await untilIdle(world);
    expect(wavesOf(title).map(({ attendees }) => attendees.length)).toEqual([
      3, 1,
    ]);
    expect(count(persons(3), title)).toEqual({ invitation: 3 });
  }, 120_000);
});
