import { changeOf, heldEvents } from "../harness/held-events.ts";
import { untilIdle } from "../harness/idle.ts";
import { waitFor } from "../harness/wait-for.ts";
import { openWorld, people, type World } from "../harness/world.ts";

const persons = (count: number) =>
  Array.from(
    { length: count },
    (_, n) => `guest-${String(n + 1).padStart(5, "0")}@partner.example`,
  );

const title = "Gathering";

describe("a large audience", () => {
  let world: World;
  afterEach(() => world.close());

  const open = async (size: number, recipientsPerDay: number) => {
    world = await openWorld({
      environment: { MAILBOX_RECIPIENTS_PER_DAY: String(recipientsPerDay) },
    });
    world.simulator.changeSettings({ recipientsPerDay });
    await world.connectAccount();
    const held = heldEvents(
      world,
      await world.groupId("Women at Contoso", people.lead),
    );
    const { status, body } = await held.schedule(title, {
      audience: { group: false, addresses: persons(size) },
    });
    expect(status).toBe(201);
    await isOut(body.id);
    return { held, id: body.id };
  };
  const isOut = async (id: string) => {
    await waitFor(
      "everybody to be told",
      async () => {
        const event = await world.as(people.lead).event(id);
        if (event.status === "failed") throw new Error("failed");
        return event.status === "scheduled";
      },
      240_000,
    );
    await untilIdle(world, 60_000);
  };
  /** How many people got which mails. */
  const countMails = (size: number) => {
    const counts: Record<string, number> = {};
    for (const address of persons(size)) {
      const kinds = world.simulator
        .mailbox(address)
        .mails.map(({ kind }) => kind)
        .toReversed()
        .join();
      counts[kinds] = (counts[kinds] ?? 0) + 1;
    }
    return counts;
  };

  it("of 20,000 people is invited, everybody once, with four calls at a time at most", async () => {
    await open(20_000, 20_000);
    expect(countMails(20_000)).toEqual({ invitation: 20_000 });
    expect(world.simulator.mailboxLoad().mostInFlight).toBeLessThanOrEqual(4);
    const { events } = world.simulator.mailbox(people.organizer);
    expect(events).toHaveLength(40);
    expect(
      events.filter(({ isOnlineMeeting }) => isOnlineMeeting),
    ).toHaveLength(1);
  }, 300_000);

  it("of 5,000 people is changed by mails to those whom it concerns alone", async () => {
    const { held, id } = await open(5000, 20_000);
    const before = await world.as(people.lead).event(id);
    await held.change(
      before,
      changeOf(before, {
        audience: { group: false, addresses: persons(5001) },
      }),
    );
    await isOut(id);
    expect(countMails(5001)).toEqual({ invitation: 5001 });
    const grown = await world.as(people.lead).event(id);
    await held.change(grown, changeOf(grown, { location: "The large hall" }));
    await isOut(id);
    expect(countMails(5001)).toEqual({ "invitation,update": 5001 });
  }, 300_000);
});
