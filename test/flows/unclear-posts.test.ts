import { openChannel, type TestChannel } from "../harness/channel.ts";
import { untilIdle } from "../harness/idle.ts";
import { waitFor } from "../harness/wait-for.ts";
import { lunch, openWorld, people, type World } from "../harness/world.ts";

const member = "AdeleV@contoso.com";

/**
 * The connector takes no idempotency key: a post whose answer is lost is repeated. The bound: at most one
 * copy for each unclear post, until somebody looks at it.
 */
describe("posts whose answer is lost", () => {
  let world: World;
  let channel: TestChannel;
  beforeAll(async () => {
    world = await openWorld();
    await world.connectAccount();
    channel = await openChannel(world);
  });
  afterEach(() => world.simulator.clearFaults());
  afterAll(() => world.close());

  const loseAnswers = (times: number, kind: "reset" | "status") =>
    world.simulator.setFault({
      service: "connector",
      method: "POST",
      path: "/v3/conversations",
      times,
      effect:
        kind === "reset"
          ? { kind: "reset", when: "after" }
          : { kind: "status", status: 502, when: "after" },
    });
  const look = (messageId: string) =>
    world.simulator.viewMessage({
      conversation: channel.id,
      person: member,
      messageId,
    });

  it.each(["reset", "status"] as const)(
    "leave one copy after a %s, which goes when somebody looks at it",
    async (kind) => {
      const title = `Twice by ${kind}`;
      loseAnswers(1, kind);
      await channel.schedule(title);
      await untilIdle(world);
      const copies = channel.cardsOf(title);
      expect(copies).toHaveLength(2);
      for (const { id } of copies) await look(id);
      await waitFor("the copy to go", () =>
        Promise.resolve(channel.cardsOf(title).length === 1),
      );
      await untilIdle(world);
      // The one that is left is the one that is kept up to date.
      await channel.press(member, title, "Going");
      await channel.shows(title, "1 going");
      expect(channel.cardsOf(title)).toHaveLength(1);
    },
  );

  it("leave as many copies as answers were lost, and all go", async () => {
    loseAnswers(2, "reset");
    await channel.schedule("Three times");
    await untilIdle(world);
    const copies = channel.cardsOf("Three times");
    expect(copies).toHaveLength(3);
    for (const { id } of copies) await look(id);
    await untilIdle(world);
    expect(channel.cardsOf("Three times")).toHaveLength(1);
  });

  it("leave no copy when somebody looks before it is posted again", async () => {
    world.simulator.setFault({
      service: "connector",
      method: "POST",
      path: "/v3/conversations",
      times: 1,
      effect: { kind: "status", status: 503, when: "after" },
    });
    const created = world.as(people.lead).send(
      "POST",
      "/api/events",
      lunch(channel.groupId, {
        title: "Seen at once",
        channelIds: [channel.id],
      }),
    );
    await waitFor("the first message", () =>
      Promise.resolve(channel.cardsOf("Seen at once").length === 1),
    );
    await look(channel.cardOf("Seen at once").id);
    await created;
    await untilIdle(world);
    expect(channel.cardsOf("Seen at once")).toHaveLength(1);
    await channel.press(member, "Seen at once", "Going");
    await channel.shows("Seen at once", "1 going");
  });

  it("are sent once by the client, whatever it is made of", () => {
    // Of the posts above: 2 × 2, 3, 1 or 2. A client with retries of its own would have made more.
    const posts = world.simulator
      .exchanges()
      .filter(
        ({ service, method, url, requestBody }) =>
          service === "connector" &&
          method === "POST" &&
          url.endsWith("/v3/conversations") &&
          JSON.stringify(requestBody).includes("Three times"),
      );
    expect(posts).toHaveLength(3);
  });

  it("keep Teams' limits", () => {
    expect(world.simulator.connectorViolations()).toEqual([]);
  });
});
