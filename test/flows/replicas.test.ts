import { openChannel, type TestChannel } from "../harness/channel.ts";
import { untilIdle } from "../harness/idle.ts";
import { judgeSeenCards } from "../harness/seen-cards.ts";
import { waitFor } from "../harness/wait-for.ts";
import {
  openWorld,
  people,
  type Replica,
  type World,
} from "../harness/world.ts";

const members = [
  "AdeleV@contoso.com",
  "LidiaH@contoso.com",
  "LynneR@contoso.com",
  "JohannaL@contoso.com",
  "MiriamG@contoso.com",
  "PattiF@contoso.com",
  "DebraB@contoso.com",
  "EmilyB@contoso.com",
];

describe("two backends on one database", () => {
  let world: World;
  let replica: Replica;
  let channel: TestChannel;
  beforeAll(async () => {
    world = await openWorld();
    await world.connectAccount();
    channel = await openChannel(world);
    replica = await world.startReplica();
  });
  afterAll(() => world.close());

  /** An answer in the tab, through one of the two. */
  const answer = (person: string, eventId: string, through: number) =>
    (through % 2 === 0 ? world.as(person) : replica.as(person)).send(
      "PUT",
      `/api/events/${eventId}/response`,
      { answer: "accepted" },
    );

  /** A press of a button that the replica hears of, as whatever stands in front of both might have it. */
  const pressAtReplica = async (
    person: string,
    title: string,
    eventId: string,
  ) => {
    const reply = await fetch(`${replica.url}/api/messages`, {
      method: "POST",
      headers: {
        Authorization: `Bearer ${await world.simulator.activityToken()}`,
        "Content-Type": "application/json",
      },
      body: JSON.stringify({
        ...world.simulator.activityFrom({ person, conversation: channel.id }),
        type: "invoke",
        name: "adaptiveCard/action",
        replyToId: channel.cardOf(title).id,
        value: {
          action: {
            type: "Action.Execute",
            verb: "event.answer",
            data: {
              verb: "event.answer",
              eventId,
              answer: "tentative",
              scheduleVersion: 1,
            },
          },
          trigger: "manual",
        },
      }),
    });
    return { status: reply.status, text: await reply.text() };
  };

  /** The processes that wrote cards, by what they logged. */
  const writers = () =>
    [world.product(), replica.product].filter((product) =>
      product.log().includes("card brought up to date"),
    );

  it("post one card each of several events, and count all answers on it, whoever took them", async () => {
    const titles = ["One", "Two", "Three", "Four"].map(
      (number) => `${number} lunch`,
    );
    const events = await Promise.all(
      titles.map((title) => channel.schedule(title)),
    );
    const answers = await Promise.all(
      events.flatMap(({ id }) =>
        members.map((person, index) => answer(person, id, index)),
      ),
    );
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
    await Promise.all(
      titles.map((title) =>
        channel.shows(title, "8 going · 0 maybe · 0 can’t go"),
      ),
    );
    await untilIdle(world);
    for (const title of titles) {
      expect(channel.cardsOf(title)).toHaveLength(1);
      await channel.shows(title, "8 going · 0 maybe · 0 can’t go");
    }
    for (const { id } of events) {
      const seen = await replica.as(people.lead).event(id);
      expect(seen.tally).toMatchObject({ accepted: 8, none: 4, total: 12 });
      expect(seen.cards).toMatchObject([{ state: "upToDate" }]);
    }
    // Else this would show nothing.
    expect(writers()).toHaveLength(2);
    const times = world.simulator
      .exchanges()
      .filter(
        ({ service, method, requestBody }) =>
          service === "connector" &&
          ["POST", "PUT"].includes(method) &&
          titles.some((title) => JSON.stringify(requestBody).includes(title)),
      )
      .map(({ at }) => Date.parse(at));
    const span = (times.at(-1) ?? 0) - (times[0] ?? 0);
    // One every two seconds, of both together; the first may have come a little late.
    expect(times.length).toBeGreaterThanOrEqual(8);
    expect(span).toBeGreaterThan((times.length - 1) * 2000 - 1500);
  });

  it("answer presses on the same card, and show them to each other", async () => {
    const { id } = await channel.schedule("Shared lunch");
    const [pressed, other] = await Promise.all([
      channel.press("ChristieC@contoso.com", "Shared lunch", "Going"),
      pressAtReplica("JoniS@contoso.com", "Shared lunch", id),
    ]);
    expect(JSON.stringify(pressed)).toContain("Your answer: going.");
    expect(other.status).toBe(200);
    expect(other.text).toContain("Your answer: maybe.");
    await channel.shows("Shared lunch", "1 going · 1 maybe · 0 can’t go");
    expect(channel.cardsOf("Shared lunch")).toHaveLength(1);
  });

  it("go on alone when one of them dies", async () => {
    const { id } = await channel.schedule("Lonely lunch");
    await Promise.all(
      members.slice(0, 4).map((person, index) => answer(person, id, index)),
    );
    await replica.product.kill();
    await answer("DiegoS@contoso.com", id, 0);
    // What it was at is taken up once its signs of life are missed.
    await waitFor(
      "all answers on the card",
      () => JSON.stringify(channel.cardsOf("Lonely lunch")).includes("5 going"),
      60_000,
    );
    expect(channel.cardsOf("Lonely lunch")).toHaveLength(1);
  }, 90_000);

  it("keep Teams' limits together, and send only cards that can be drawn", () => {
    expect(world.simulator.connectorViolations()).toEqual([]);
    const { cards, warnings } = judgeSeenCards(world.simulator);
    expect(cards).toBeGreaterThan(0);
    expect(warnings).toEqual([]);
  });
});
