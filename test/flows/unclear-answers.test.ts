import { randomUUID } from "node:crypto";
import type { EventDetail } from "../../bot/contract/events.ts";
import { waitFor } from "../harness/wait-for.ts";
import { untilIdle } from "../harness/idle.ts";
import { lunch, openWorld, people, type World } from "../harness/world.ts";

describe("answers of Graph that never come", () => {
  let world: World;
  let groupId: string;
  beforeAll(async () => {
    world = await openWorld();
    await world.connectAccount();
    groupId = await world.groupId("Women at Contoso", people.lead);
    await untilIdle(world);
  });
  afterEach(() => world.simulator.clearFaults());
  afterAll(() => world.close());

  const schedule = async (title: string) => {
    const answer = await world
      .as(people.lead)
      .send<EventDetail>("POST", "/api/events", lunch(groupId, { title }));
    return answer.body;
  };
  const until = (id: string, status: EventDetail["status"]) =>
    waitFor(`the event to be ${status}`, async () => {
      const event = await world.as(people.lead).event(id);
      return event.status === status && event;
    });
  const mails = (title: string) =>
    world.simulator
      .mailbox("AdeleV@contoso.com")
      .mails.filter(({ subject }) => subject.includes(title))
      .map(({ kind }) => kind);
  const eventsOf = (title: string) =>
    world.simulator
      .mailbox(people.organizer)
      .events.filter(({ subject }) => subject === title);

  it.each(["400", "409", "sameEvent"] as const)(
    "creates one event though the first answer is lost and the repeat is answered by %s",
    async (duplicateTransactionId) => {
      world.simulator.changeSettings({ duplicateTransactionId });
      world.simulator.setFault({
        service: "graph",
        method: "POST",
        path: "/me/events$",
        effect: { kind: "reset", when: "after" },
      });
      const title = `Lost answer, then ${duplicateTransactionId}`;
      const { id } = await schedule(title);
      const event = await until(id, "scheduled");
      expect(event.meeting.state).toBe("ready");
      expect(eventsOf(title)).toHaveLength(1);
      expect(mails(title)).toEqual(["invitation"]);
    },
  );

  it("sends what the lead changed while the first answer was lost", async () => {
    world.simulator.changeSettings({ duplicateTransactionId: "sameEvent" });
    world.simulator.setFault({
      service: "graph",
      method: "POST",
      path: "/me/events$",
      effect: {
        kind: "status",
        status: 503,
        retryAfterSeconds: 1.5,
        when: "after",
      },
    });
    const { id } = await schedule("First title");
    await waitFor("Outlook to send it", () => mails("First title").length > 0);
    const { groupId: _group, ...change } = lunch(groupId, {
      title: "Second title",
    });
    await world
      .as(people.lead)
      .send("PUT", `/api/events/${id}`, change, { "If-Match": '"1"' });
    await until(id, "scheduled");
    expect(eventsOf("First title")).toHaveLength(0);
    expect(eventsOf("Second title")).toHaveLength(1);
    expect(mails("First title")).toEqual(["invitation"]);
    expect(mails("Second title")).toEqual(["update"]);
  });

  it("neither repeats a change nor loses it when its answer is lost", async () => {
    const { id } = await schedule("Moving");
    const event = await until(id, "scheduled");
    world.simulator.setFault({
      service: "graph",
      method: "PATCH",
      path: "/me/events/",
      effect: { kind: "reset", when: "after" },
    });
    const { groupId: _group, ...change } = lunch(groupId, {
      title: "Moving",
      start: "2031-12-05T12:00",
      end: "2031-12-05T13:00",
    });
    await world.as(people.lead).send("PUT", `/api/events/${id}`, change, {
      "If-Match": `"${event.version}"`,
    });
    await until(id, "updating");
    await until(id, "scheduled");
    expect(mails("Moving")).toEqual(["update", "invitation"]);
    expect(eventsOf("Moving")[0]?.startsAt).toBe("2031-12-05T12:00:00.000Z");
  });

  it("waits as long as Graph asks when it is throttled", async () => {
    world.simulator.setFault({
      service: "graph",
      method: "POST",
      path: "/me/events$",
      times: 2,
      effect: {
        kind: "status",
        status: 429,
        retryAfterSeconds: 0.7,
        when: "before",
      },
    });
    const { id } = await schedule("Throttled");
    await until(id, "scheduled");
    expect(mails("Throttled")).toEqual(["invitation"]);
  });

  describe.each([
    ["is gone", {}],
    ["lies in Deleted Items", { cancelledEventIsRead: true }],
    ["stays crossed out", { cancelledEventStays: true }],
  ])("where a cancelled event %s", (what, settings) => {
    beforeAll(() => void world.simulator.changeSettings(settings));
    afterAll(
      () =>
        void world.simulator.changeSettings({
          cancelledEventIsRead: false,
          cancelledEventStays: false,
        }),
    );

    it.each([
      ["lost after the effect", "after"],
      ["lost before it", "before"],
    ] as const)(
      "cancels once though the first answer is %s",
      async (_, when) => {
        const title = `Off, ${when}, ${what}`;
        const { id } = await schedule(title);
        const event = await until(id, "scheduled");
        world.simulator.setFault({
          service: "graph",
          method: "POST",
          path: "/cancel$",
          effect: { kind: "reset", when },
        });
        await world
          .as(people.lead)
          .send(
            "POST",
            `/api/events/${id}/cancel`,
            { message: "" },
            { "If-Match": `"${event.version}"` },
          );
        await until(id, "cancelled");
        expect(mails(title)).toEqual(["cancellation", "invitation"]);
      },
    );
  });

  it("stores one event for one Idempotency-Key, however often it is sent", async () => {
    const key = randomUUID();
    const send = (title: string) =>
      world
        .as(people.lead)
        .send<EventDetail>("POST", "/api/events", lunch(groupId, { title }), {
          "Idempotency-Key": key,
        });
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => send("Once")),
    );
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual([
      201, 201, 201, 201, 201,
    ]);
    expect(await send("Another")).toMatchObject({
      status: 422,
      body: { code: "idempotencyKeyReused" },
    });
    await until(answers[0]?.body.id ?? "", "scheduled");
    expect(mails("Once")).toEqual(["invitation"]);
  });

  it("shows an event without a Teams link when the account has no licence", async () => {
    world.simulator.changeSettings({ serviceAccountTeamsLicense: false });
    const { id } = await schedule("No link");
    const event = await until(id, "scheduled");
    world.simulator.changeSettings({ serviceAccountTeamsLicense: true });
    expect(event.meeting).toMatchObject({ state: "missing", joinUrl: null });
    expect(mails("No link")).toEqual(["invitation"]);
  });
});
