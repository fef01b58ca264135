import type { EventDetail } from "../../bot/contract/events.ts";
import { untilIdle } from "../harness/idle.ts";
import { waitFor } from "../harness/wait-for.ts";
import { people } from "../harness/world.ts";
import { nextClockChange } from "./clock-change.ts";
import { openLife, type Life } from "./open-life.ts";

const answers = ["accepted", "tentative", "declined"] as const;

const change = nextClockChange(new Date());

/** Thursday to Thursday, with the change of clocks in between. */
const at = (daysAfterSunday: number, hour: number) =>
  new Date(change.sunday.getTime() + (daysAfterSunday * 24 + hour) * 3_600_000);
/** The day of an event, as a lead writes it. */
const on = (daysAfterSunday: number, time: string) =>
  `${at(daysAfterSunday, 0).toISOString().slice(0, 10)}T${time}`;

describe("a week in which clocks change, nobody is there for six hours, and a subscription is removed", () => {
  let life: Life;
  let later: EventDetail;
  let soon: EventDetail;
  beforeAll(async () => {
    life = await openLife(at(-3, 9));
    later = await life.schedule({
      title: "Lunch after the change of clocks",
      start: on(10, "12:00"),
      end: on(10, "13:00"),
    });
    soon = await life.schedule({
      title: "Saturday evening",
      start: on(-1, "18:00"),
      end: on(-1, "19:00"),
    });
  }, 60_000);
  afterAll(() => life.close());

  /** In London, after the change. */
  const noon = at(10, 12 - change.hoursAhead).toISOString();
  const hourOf = ({ clock }: Life) => clock.now().toISOString().slice(0, 13);
  const hourAt = (day: number, hour: number) =>
    at(day, hour).toISOString().slice(0, 13);
  let turn = 0;
  const next = () => {
    turn += 1;
    const person = life.people[turn % life.people.length] ?? "";
    const answer = answers[Math.floor(turn / 5) % answers.length] ?? "accepted";
    return { person, answer };
  };
  const answerEvery = (hours: number, event: EventDetail) => async () => {
    life.book.answerInOutlook({ event, ...next() });
    await life.book.untilTold();
    await life.pass(hours);
    await life.book.untilTold();
  };

  it("counts what is answered on the first days, in Outlook and in the tab", async () => {
    await answerEvery(6, soon)();
    await life.book.answerInTab({ event: later, ...next() });
    await answerEvery(12, later)();
    await life.book.answerInTab({ event: soon, ...next() });
    await life.book.untilTold();
  }, 60_000);

  it("finds what was answered while no backend ran, though Graph has given up repeating it", async () => {
    await life.world.product().kill();
    for (const event of [soon, later]) {
      life.book.answerInOutlook({ event, ...next() });
      await life.passUnattended(1);
    }
    await life.passUnattended(4);
    await life.world.restart();
    await life.book.untilTold();
  }, 60_000);

  it("keeps the answers to an event that ends, and its time through the change of clocks", async () => {
    await answerEvery(12, soon)();
    // Saturday night, and on into Sunday.
    await life.pass(24);
    expect(hourOf(life)).toBe(hourAt(-1, 21));
    await life.pass(12);
    expect(hourOf(life)).toBe(hourAt(0, 9));
    const lead = life.world.as(people.lead);
    expect((await lead.event(soon.id)).permissions.answer).toBe(false);
    const event = await lead.event(later.id);
    expect([event.start, event.startsAt]).toEqual([on(10, "12:00"), noon]);
    await lead.send(
      "PUT",
      `/api/events/${later.id}`,
      {
        title: later.title,
        description: "Bring a chair.",
        start: event.start,
        end: event.end,
        timeZone: event.timeZone,
        location: event.location,
        isOnline: event.isOnline,
        open: event.open,
        audience: event.audience,
        channelIds: event.cards?.map(({ channelId }) => channelId),
      },
      { "If-Match": `"${event.version}"` },
    );
    await waitFor(
      "the new text",
      async () => (await lead.event(later.id)).status === "scheduled",
    );
    const [shown] = life.world.simulator
      .mailbox(people.organizer)
      .events.filter(({ subject }) => subject === later.title);
    expect(shown).toMatchObject({ startsAt: noon });
    await life.book.untilTold();
    await answerEvery(2, later)();
  }, 60_000);

  it("renews the subscription well before it ends", async () => {
    const before = await life.subscription();
    await answerEvery(24, later)();
    await answerEvery(12, later)();
    const after = await life.subscription();
    expect(after.graphId).toBe(before.graphId);
    expect(after.expiresAt!.getTime()).toBeGreaterThan(
      before.expiresAt!.getTime(),
    );
  }, 60_000);

  it("makes a removed subscription anew, and finds what was answered in between", async () => {
    const before = await life.subscription();
    life.world.simulator.setFault({
      service: "notification",
      path: "lifecycle",
      effect: { kind: "dropNotification" },
    });
    life.world.simulator.sendLifecycle("subscriptionRemoved");
    life.book.answerInOutlook({ event: later, ...next() });
    await untilIdle(life.world);
    // Nobody has been told: the next check of the account notices it.
    await life.pass(7);
    await life.pass(1);
    await life.book.untilTold();
    expect((await life.subscription()).graphId).not.toBe(before.graphId);
    await answerEvery(12, later)();
    await answerEvery(40, later)();
    expect(life.clock.now() > at(4, 9)).toBe(true);
  }, 60_000);
});
