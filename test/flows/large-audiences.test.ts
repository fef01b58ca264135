import { heldEvents } from "../harness/held-events.ts";
import { untilIdle } from "../harness/idle.ts";
import { waitFor } from "../harness/wait-for.ts";
import { openWorld, people, type World } from "../harness/world.ts";

const persons = (count: number) =>
  Array.from(
    { length: count },
    (_, n) => `guest-${String(n + 1).padStart(5, "0")}@partner.example`,
  );

describe("a large audience", () => {
  let world: World;
  afterEach(() => world.close());

  it.each([5_000, 20_000])(
    "of %d people is invited, everybody once, with four calls at a time at most",
    async (size) => {
      world = await openWorld({
        environment: { MAILBOX_RECIPIENTS_PER_DAY: String(size) },
      });
      world.simulator.changeSettings({ recipientsPerDay: size });
      await world.connectAccount();
      const held = heldEvents(
        world,
        await world.groupId("Women at Contoso", people.lead),
      );
      const title = `Gathering of ${size}`;
      const { status, body } = await held.schedule(title, {
        audience: { group: false, addresses: persons(size) },
      });
      expect(status).toBe(201);
      await waitFor(
        "everybody to be invited",
        async () => {
          const event = await world.as(people.lead).event(body.id);
          if (event.status === "failed") throw new Error("failed");
          return event.status === "scheduled";
        },
        240_000,
      );
      await untilIdle(world, 60_000);
      const mailed = new Map<string, number>();
      for (const address of persons(size)) {
        const kinds = world.simulator
          .mailbox(address)
          .mails.map(({ kind }) => kind)
          .join();
        mailed.set(kinds, (mailed.get(kinds) ?? 0) + 1);
      }
      expect([...mailed]).toEqual([["invitation", size]]);
      expect(world.simulator.mailboxLoad().mostInFlight).toBeLessThanOrEqual(4);
      const { events } = world.simulator.mailbox(people.organizer);
      expect(events).toHaveLength(Math.ceil(size / 500));
      expect(
        events.filter(({ isOnlineMeeting }) => isOnlineMeeting),
      ).toHaveLength(1);
    },
    300_000,
  );
});
