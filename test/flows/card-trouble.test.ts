import type { CardState } from "../../bot/contract/event-cards.ts";
import type { NewEvent } from "../../bot/contract/event-content.ts";
import type { EventDetail } from "../../bot/contract/events.ts";
import { contosoSeed } from "../../simulator/seed/contoso.ts";
import { openChannel, type TestChannel } from "../harness/channel.ts";
import { untilIdle } from "../harness/idle.ts";
import { judgeSeenCards } from "../harness/seen-cards.ts";
import { waitFor } from "../harness/wait-for.ts";
import { lunch, openWorld, people, type World } from "../harness/world.ts";

const team = "Women at Contoso";
const member = "AdeleV@contoso.com";
const other = "DiegoS@contoso.com";
const employees = Array.from(
  { length: 30 },
  (_, index) => `Employee${String(index + 1).padStart(5, "0")}@contoso.com`,
);

describe("cards in trouble", () => {
  let world: World;
  let channel: TestChannel;
  beforeAll(async () => {
    world = await openWorld({
      simulator: { worldSeed: contosoSeed({ moreEmployees: 30 }) },
    });
    await world.connectAccount();
    channel = await openChannel(world);
  });
  afterEach(() => world.simulator.clearFaults());
  afterAll(() => world.close());

  const lead = () => world.as(people.lead);
  const answer = (person: string, eventId: string, given = "accepted") =>
    world
      .as(person)
      .send("PUT", `/api/events/${eventId}/response`, { answer: given });
  const untilState = (eventId: string, state: CardState) =>
    waitFor(`a card that is ${state}`, async () => {
      const event = await lead().event(eventId);
      return event.cards?.every((card) => card.state === state) && event;
    });
  const postAgain = (eventId: string, channelId = channel.id) =>
    lead().send("POST", `/api/events/${eventId}/cards`, { channelId });
  /** Schedules without waiting for the card. */
  const create = async (title: string, more: Partial<NewEvent> = {}) => {
    const { status, body } = await lead().send<EventDetail>(
      "POST",
      "/api/events",
      lunch(channel.groupId, { title, channelIds: [channel.id], ...more }),
    );
    expect(status).toBe(201);
    return body;
  };
  /** What the bot wrote to Teams, oldest first: posts, updates and removals that mention a text. */
  const writes = (text: string, method?: string) =>
    world.simulator
      .exchanges()
      .filter(
        (exchange) =>
          exchange.service === "connector" &&
          exchange.method !== "GET" &&
          (method === undefined || exchange.method === method) &&
          JSON.stringify([exchange.url, exchange.requestBody]).includes(text),
      );
  /** Teams does not tell the bot what happens next. */
  const tellNothing = () =>
    world.simulator.setFault({
      service: "bot",
      times: null,
      effect: { kind: "dropNotification" },
    });
  const failNext = (
    method: string,
    effect: { status: number; retryAfterSeconds?: number },
    times = 1,
  ) =>
    world.simulator.setFault({
      service: "connector",
      method,
      times,
      effect: { kind: "status", when: "before", ...effect },
    });

  describe("that Teams tells of", () => {
    it("rest while the team is archived, and then show what they missed", async () => {
      const event = await channel.schedule("Archived lunch");
      const cancelled = await channel.schedule("Archived and cancelled");
      world.simulator.archiveTeam({ team });
      const { cards } = await untilState(event.id, "channelArchived");
      expect(cards).toMatchObject([{ canRepost: true }]);
      // Where cards stand, and how, is the leads' business.
      expect((await world.as(member).event(event.id)).cards).toBeNull();
      await answer(member, event.id);
      await lead().send(
        "POST",
        `/api/events/${cancelled.id}/cancel`,
        { message: "" },
        { "If-Match": `"${cancelled.version}"` },
      );
      await untilIdle(world);
      expect(JSON.stringify(channel.cardsOf("Archived lunch"))).toContain(
        "0 going",
      );
      world.simulator.archiveTeam({ team, isArchived: false });
      await untilState(event.id, "upToDate");
      await channel.shows("Archived lunch", "1 going");
      await channel.shows("Archived and cancelled", "Cancelled event");
    });
  });

  describe("that Teams does not tell of", () => {
    it.each<{
      what: string;
      state: CardState;
      begin: (channelId: string) => void;
      end: (channelId: string) => void;
    }>([
      {
        what: "an archived team",
        state: "channelArchived",
        begin: () => world.simulator.archiveTeam({ team }),
        end: () => world.simulator.archiveTeam({ team, isArchived: false }),
      },
      {
        what: "a bot that the admin disabled",
        state: "botBlocked",
        begin: () =>
          world.simulator.changeSettings({ botDisabledByAdmin: true }),
        end: () =>
          world.simulator.changeSettings({ botDisabledByAdmin: false }),
      },
      {
        what: "an app that is no longer in the channel",
        state: "appRemoved",
        begin: (id) =>
          world.simulator.removeAppFromChannel({ team, channel: id }),
        end: (id) => world.simulator.addAppToChannel({ team, channel: id }),
      },
    ])(
      "are noticed at $what, and posted again when the lead says so",
      async ({ what, state, begin, end }) => {
        const title = `Lunch in spite of ${what}`;
        const { id: privateId } = world.simulator.addChannel({
          team,
          name: `Channel for ${what.replace(/^an? /, "")}`,
          membershipType: "private",
        });
        world.simulator.addAppToChannel({ team, channel: privateId });
        await waitFor("the channel", async () =>
          (await lead().me()).groups.some(({ channels }) =>
            channels.some(({ id }) => id === privateId),
          ),
        );
        const event = await channel.schedule(title, {
          channelIds: [privateId],
        });
        tellNothing();
        begin(privateId);
        await answer(member, event.id);
        await untilState(event.id, state);
        // Nobody tries again and again.
        await answer(other, event.id);
        await untilIdle(world);
        expect(
          writes(title, "PUT").filter(({ status }) => status >= 400),
        ).toHaveLength(1);
        await postAgain(event.id, privateId);
        await waitFor("the second try", () =>
          writes(title, "PUT").filter(({ status }) => status >= 400),
        );
        await untilState(event.id, state);
        end(privateId);
        await postAgain(event.id, privateId);
        await untilState(event.id, "upToDate");
        expect(channel.cardsOf(title, privateId)).toHaveLength(1);
        expect(JSON.stringify(channel.cardsOf(title, privateId))).toContain(
          "2 going",
        );
      },
    );

    it("are noticed in a deleted channel, where nothing can be posted again", async () => {
      const { id } = world.simulator.addChannel({ team, name: "Short-lived" });
      await waitFor("the channel", async () =>
        (await lead().me()).groups.some(({ channels }) =>
          channels.some((known) => known.id === id),
        ),
      );
      const event = await channel.schedule("Short-lived lunch", {
        channelIds: [id, channel.id],
      });
      tellNothing();
      world.simulator.deleteChannel({ team, channel: id });
      await answer(member, event.id);
      const { cards } = await waitFor("the lead to be told", async () => {
        const seen = await lead().event(event.id);
        return (
          seen.cards?.some(({ state }) => state === "channelDeleted") && seen
        );
      });
      expect(cards).toEqual([
        {
          channelId: channel.id,
          channelName: "General",
          group: null,
          state: "upToDate",
          canRepost: false,
          nextTryAt: null,
          nextTryInMs: null,
        },
        {
          channelId: id,
          channelName: "Short-lived",
          group: null,
          state: "channelDeleted",
          canRepost: false,
          nextTryAt: null,
          nextTryInMs: null,
        },
      ]);
      // The other channel's card goes on.
      await channel.shows("Short-lived lunch", "1 going");
    });
  });

  describe("that Teams does not take", () => {
    it("as it is are shown to the lead as failed, and can be tried again", async () => {
      failNext("POST", { status: 413 });
      const event = await create("Too large a lunch");
      const { cards } = await untilState(event.id, "failed");
      expect(cards).toMatchObject([{ canRepost: true }]);
      await untilIdle(world);
      expect(channel.cardsOf("Too large a lunch")).toEqual([]);
      expect(writes("Too large a lunch", "POST")).toHaveLength(1);
      expect((await postAgain(event.id)).status).toBe(200);
      await untilState(event.id, "upToDate");
      expect(channel.cardsOf("Too large a lunch")).toHaveLength(1);
    });

    it("because it is out of step or out of reach are posted and updated by the next try, once", async () => {
      failNext("POST", { status: 412 });
      failNext("PUT", { status: 503 }, 2);
      const event = await channel.schedule("Patient lunch");
      await answer(member, event.id);
      // The queue draws a moment within two seconds, then within four, and the lead is told which.
      const { nextTryInMs } = await waitFor("a next try", async () =>
        (await world.as(people.lead).event(event.id)).cards?.find(
          (card) => card.state === "waiting" && card.nextTryInMs !== null,
        ),
      );
      expect(nextTryInMs).toBeLessThanOrEqual(4_000);
      await channel.shows("Patient lunch", "1 going");
      await untilState(event.id, "upToDate");
      await untilIdle(world);
      expect(channel.cardsOf("Patient lunch")).toHaveLength(1);
      expect(writes("Patient lunch").map(({ status }) => status)).toEqual([
        412, 201, 503, 503, 200,
      ]);
    });

    it("for being too many wait as long as Teams says, all of them in the channel", async () => {
      const events = await Promise.all(
        ["First", "Second"].map((which) =>
          channel.schedule(`${which} in the queue`),
        ),
      );
      await untilIdle(world);
      const pauseSeconds = 2.5;
      failNext("PUT", { status: 429, retryAfterSeconds: pauseSeconds });
      await Promise.all(events.map(({ id }) => answer(member, id)));
      for (const which of ["First", "Second"])
        await channel.shows(`${which} in the queue`, "1 going");
      await untilIdle(world);
      const updates = writes("in the queue", "PUT");
      expect(updates.map(({ status }) => status)).toEqual([429, 200, 200]);
      const [refused, ...later] = updates.map(({ at }) => Date.parse(at));
      for (const at of later)
        expect(at - (refused ?? 0)).toBeGreaterThanOrEqual(pauseSeconds * 1000);
    });

    it("for being too many when they are new are posted once", async () => {
      failNext("POST", { status: 429, retryAfterSeconds: 0.4 }, 2);
      await channel.schedule("Throttled lunch");
      await untilIdle(world);
      expect(
        writes("Throttled lunch", "POST").map(({ status }) => status),
      ).toEqual([429, 429, 201]);
      expect(channel.cardsOf("Throttled lunch")).toHaveLength(1);
    });
  });

  describe("that change often", () => {
    it("show a burst of answers by few updates, the newest state in the end", async () => {
      const event = await channel.schedule("Busy lunch", {
        audience: { group: false, addresses: employees },
      });
      await untilIdle(world);
      const before = writes("Busy lunch", "PUT").length;
      const given = ["declined", "tentative", "accepted"];
      const answers = await Promise.all(
        employees.map((person, index) =>
          answer(person, event.id, given[index % 3]),
        ),
      );
      expect(answers.map(({ status }) => status)).toEqual(
        employees.map(() => 200),
      );
      await channel.shows("Busy lunch", "10 going · 10 maybe · 10 can’t go");
      await untilIdle(world);
      await channel.shows("Busy lunch", "0 of 30 not answered");
      const updates = writes("Busy lunch", "PUT").length - before;
      expect(updates).toBeGreaterThan(0);
      expect(updates).toBeLessThan(10);
    });

    it("send nothing where nothing is different", async () => {
      const event = await channel.schedule("Quiet lunch");
      await answer(member, event.id);
      await channel.shows("Quiet lunch", "1 going");
      await untilIdle(world);
      const before = writes("Quiet lunch", "PUT").length;
      await answer(member, event.id);
      await channel.press(member, "Quiet lunch", "Going");
      const { groupId: _group, ...change } = lunch(channel.groupId, {
        title: "Quiet lunch",
        channelIds: [channel.id],
        // No card shows this.
        audience: { group: true, addresses: [], lateJoiners: false },
      });
      const { version } = await lead().event(event.id);
      const changed = await lead().send(
        "PUT",
        `/api/events/${event.id}`,
        change,
        { "If-Match": `"${version}"` },
      );
      expect(changed.status).toBe(200);
      await untilIdle(world);
      expect(writes("Quiet lunch", "PUT")).toHaveLength(before);
    });

    it("share the channel's pace, and all come up to date", async () => {
      const titles = ["A", "B", "C"].map((letter) => `Neighbour ${letter}`);
      const events = await Promise.all(
        titles.map((title) => channel.schedule(title)),
      );
      for (const { id } of events)
        expect((await answer(other, id, "declined")).status).toBe(200);
      for (const title of titles) await channel.shows(title, "1 can’t go");
      for (const title of titles)
        expect(channel.cardsOf(title)).toHaveLength(1);
      const times = writes("Neighbour").map(({ at }) => Date.parse(at));
      const [first = 0] = times;
      const span = (times.at(-1) ?? 0) - first;
      // One every two seconds; the first may have come a little late.
      expect(span).toBeGreaterThan((times.length - 1) * 2000 - 1500);
    });
  });

  it("keep Teams' limits, and send only cards that can be drawn", () => {
    expect(world.simulator.connectorViolations()).toEqual([]);
    const { cards, warnings } = judgeSeenCards(world.simulator);
    expect(cards).toBeGreaterThan(0);
    expect(warnings).toEqual([]);
  });
});
