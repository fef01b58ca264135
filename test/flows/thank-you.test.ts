import { randomUUID } from "node:crypto";
import {
  attendancePeopleSchema,
  attendanceSchema,
  type Attendance,
  type Thanks,
} from "../../bot/contract/attendance.ts";
import type { Problem } from "../../bot/contract/problem.ts";
import type { InterceptedMoment } from "../../simulator/simulation.ts";
import { addLead } from "../harness/add-lead.ts";
import { openChannel, type TestChannel } from "../harness/channel.ts";
import { untilIdle } from "../harness/idle.ts";
import { endEvent } from "../harness/move-event.ts";
import { judgeSeenCards } from "../harness/seen-cards.ts";
import { waitFor } from "../harness/wait-for.ts";
import { openWorld, people, type World } from "../harness/world.ts";

const team = "Women at Contoso";
const member = "AdeleV@contoso.com";
const otherLead = "LynneR@contoso.com";

describe("a thank-you in the channels", () => {
  let world: World;
  let channel: TestChannel;
  let intercept: ((moment: InterceptedMoment) => Promise<void>) | null = null;
  beforeAll(async () => {
    world = await openWorld({
      simulator: { intercept: async (moment) => intercept?.(moment) },
    });
    await world.connectAccount();
    channel = await openChannel(world);
    await addLead(world, { groupId: channel.groupId, person: otherLead });
  });
  afterEach(() => {
    intercept = null;
    world.simulator.clearFaults();
    world.simulator.archiveTeam({ team, isArchived: false });
  });
  afterAll(() => world.close());

  const attendance = async (id: string, person = people.lead) => {
    const { status, body } = await world
      .as(person)
      .send("GET", `/api/events/${id}/attendance`);
    expect(status).toBe(200);
    return attendanceSchema.parse(body);
  };
  const thanks = async (id: string): Promise<Thanks> => {
    const { forLeads } = await attendance(id);
    if (!forLeads) throw new Error("The lead is none.");
    return forLeads.thanks;
  };
  const ask = (id: string, by = people.lead, key?: string) =>
    world
      .as(by)
      .send<Attendance & Problem>(
        "POST",
        `/api/events/${id}/attendance/thanks`,
        undefined,
        { ...(key !== undefined && { "Idempotency-Key": key }) },
      );
  const untilThanked = (id: string, state: Thanks["state"]) =>
    waitFor(`the thank-you to be ${state}`, async () => {
      const seen = await thanks(id);
      return seen.state === state && seen;
    });
  /** The messages that thank for the event of this title. */
  const messages = (title: string, channelId = channel.id) =>
    channel
      .cardsOf(title, channelId)
      .filter(({ cards }) => JSON.stringify(cards).includes("Thank you"));
  /** An event that is over, with so many people in the room. */
  const over = async (title: string, inRoom = 2, channelIds = [channel.id]) => {
    const { id } = await channel.schedule(title, { channelIds });
    await endEvent(world, id);
    const { body } = await world
      .as(people.lead)
      .send("GET", `/api/events/${id}/attendance/people`);
    const { people: all } = attendancePeopleSchema.parse(body);
    for (const { key } of all.slice(0, inRoom)) {
      const { status } = await world
        .as(people.lead)
        .send("PUT", `/api/events/${id}/attendance/room`, {
          key,
          inRoom: true,
        });
      expect(status).toBe(200);
    }
    return id;
  };
  const failNext = (
    status: number,
    more: { retryAfterSeconds?: number } = {},
  ) =>
    world.simulator.setFault({
      service: "connector",
      method: "POST",
      path: "/v3/conversations$",
      effect: { kind: "status", status, when: "before", ...more },
    });

  it("says how many came and nobody's name, once in each channel with the card", async () => {
    const title = "Thanks for many";
    const found = world.simulator.world.teams.find(({ name }) => name === team);
    const channelIds = (found?.channels ?? [])
      .filter(({ membershipType }) => membershipType === "standard")
      .map(({ id }) => id)
      .slice(0, 2);
    const id = await over(title, 6, channelIds);
    expect(await thanks(id)).toMatchObject({
      state: "offered",
      by: null,
      count: 6,
      text: "Thank you to the 6 people who came.",
      channels: channelIds.map(() => ({ state: "toPost", problem: null })),
    });
    const { status, body } = await ask(id);
    expect(status).toBe(200);
    expect(body.forLeads?.thanks).toMatchObject({
      by: "Megan Bowen",
      count: 6,
    });
    const sent = await untilThanked(id, "sent");
    expect(sent.channels.map(({ state }) => state)).toEqual(
      channelIds.map(() => "posted"),
    );
    for (const channelId of channelIds) {
      const [message, ...more] = messages(title, channelId);
      expect(more).toEqual([]);
      const text = JSON.stringify(message?.cards);
      expect(text).toContain("Thank you to the 6 people who came.");
      for (const { displayName, mail } of world.simulator.world.people) {
        expect(text).not.toContain(displayName);
        expect(text).not.toContain(mail);
      }
    }
    // Whoever comes to the list later does not change what was said.
    await world
      .as(people.lead)
      .send("POST", `/api/events/${id}/attendance/room`, {
        displayName: "Jo",
        address: null,
      });
    expect(await thanks(id)).toMatchObject({ state: "sent", count: 6 });
    expect(judgeSeenCards(world.simulator).warnings).toEqual([]);
  });

  it("says no number of few", async () => {
    const title = "Thanks for few";
    const id = await over(title, 4);
    expect(await thanks(id)).toMatchObject({ state: "offered", count: null });
    await ask(id);
    await untilThanked(id, "sent");
    const text = JSON.stringify(messages(title)[0]?.cards);
    expect(text).toContain("Thank you to everybody who came.");
    expect(text).not.toMatch(/\d people/);
  });

  it("is offered to leads once the event is over, somebody came and there is a card", async () => {
    const title = "When to thank";
    const { id } = await channel.schedule(title);
    expect(await thanks(id)).toMatchObject({ state: "notYet" });
    expect((await ask(id)).body.code).toBe("notOver");
    await endEvent(world, id);
    expect(await thanks(id)).toMatchObject({ state: "notYet" });
    expect((await ask(id)).body.code).toBe("nobodyCame");
    await world
      .as(otherLead)
      .send("POST", `/api/events/${id}/attendance/room`, {
        displayName: "Jo",
        address: null,
      });
    expect(await thanks(id)).toMatchObject({ state: "offered" });
    for (const person of [member, people.admin]) {
      expect((await attendance(id, person)).forLeads).toBeNull();
      expect((await ask(id, person)).status).toBe(403);
    }
    const nowhere = await over("Thanks nowhere", 1, []);
    expect((await ask(nowhere)).body.code).toBe("noChannel");
    await untilIdle(world);
    expect(messages(title)).toEqual([]);
  });

  it("goes out once, whoever asks how often", async () => {
    const title = "Thanks by two";
    const id = await over(title);
    const key = randomUUID();
    const answers = await Promise.all([
      ask(id, people.lead, key),
      ask(id, people.lead, key),
      ask(id, otherLead),
      ask(id, otherLead),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    await untilThanked(id, "sent");
    await ask(id);
    await untilIdle(world);
    expect(messages(title)).toHaveLength(1);
  });

  it("waits as long as Teams asks, and goes out once then", async () => {
    const title = "Thanks after a pause";
    const id = await over(title);
    failNext(429, { retryAfterSeconds: 1.5 });
    await ask(id);
    await untilThanked(id, "sent");
    await untilIdle(world);
    expect(messages(title)).toHaveLength(1);
  });

  it("that Teams does not take can be tried again, there alone", async () => {
    const title = "Thanks to an archive";
    const id = await over(title);
    world.simulator.archiveTeam({ team });
    await ask(id);
    const failed = await untilThanked(id, "failed");
    expect(failed.channels).toEqual([
      {
        id: channel.id,
        name: "General",
        state: "failed",
        problem: expect.stringMatching(/archived.*Try again/) as string,
      },
    ]);
    world.simulator.archiveTeam({ team, isArchived: false });
    await ask(id, otherLead);
    const sent = await untilThanked(id, "sent");
    // It is still the first lead's.
    expect(sent.by).toBe("Megan Bowen");
    await ask(id);
    await untilIdle(world);
    expect(messages(title)).toHaveLength(1);
  });

  it.each([
    ["reset", 1],
    ["status", 0],
  ] as const)(
    "whose answer was lost by a %s is not posted again, and leads are told",
    async (kind, stands) => {
      const title = `Thanks and silence ${kind}`;
      const id = await over(title);
      if (kind === "reset")
        world.simulator.setFault({
          service: "connector",
          method: "POST",
          path: "/v3/conversations$",
          effect: { kind: "reset", when: "after" },
        });
      else failNext(502);
      await ask(id);
      const sent = await untilThanked(id, "sent");
      expect(sent.channels).toMatchObject([
        {
          state: "unclear",
          problem: expect.stringMatching(/may be there or not/) as string,
        },
      ]);
      await ask(id);
      await untilIdle(world);
      expect(messages(title)).toHaveLength(stands);
    },
  );

  it.each([
    ["received", 0],
    ["effectDone", 1],
  ] as const)(
    "is not posted again after a kill -9 at the moment when Teams had %s it",
    async (point, stands) => {
      const title = `Thanks and death ${point}`;
      const id = await over(title);
      let restarted: Promise<void> | null = null;
      intercept = async (moment) => {
        const isPost =
          moment.service === "connector" &&
          moment.method === "POST" &&
          moment.path.endsWith("/v3/conversations");
        if (restarted || !isPost || moment.point !== point) return;
        await world.product().kill();
        restarted = world.restart();
        if (point === "received")
          world.simulator.setFault({
            service: "connector",
            method: "POST",
            path: "/v3/conversations$",
            effect: { kind: "reset", when: "before" },
          });
        await restarted;
      };
      await ask(id);
      await waitFor("the kill", () => restarted !== null);
      await (restarted as Promise<void> | null);
      const sent = await waitFor(
        "the thank-you to come to an end",
        async () => {
          const seen = await thanks(id);
          return seen.state === "sent" && seen;
        },
        60_000,
      );
      expect(sent.channels).toMatchObject([{ state: "unclear" }]);
      await ask(id);
      await untilIdle(world, 60_000);
      expect(messages(title)).toHaveLength(stands);
    },
  );

  it("is for events that took place", async () => {
    const { id, version } = await channel.schedule("Thanks for nothing");
    await world
      .as(people.lead)
      .send(
        "POST",
        `/api/events/${id}/cancel`,
        { message: "" },
        { "If-Match": `"${version}"` },
      );
    await endEvent(world, id);
    expect((await ask(id)).body.code).toBe("eventCancelled");
  });

  it("keeps Teams' limits", () => {
    expect(world.simulator.connectorViolations()).toEqual([]);
  });
});
