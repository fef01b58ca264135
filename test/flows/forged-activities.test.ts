import {
  idleActivities,
  refusedPresses,
  wrongActions,
  wrongSubmissions,
} from "../harness/forgeries/actions.ts";
import {
  changed,
  goingTo,
  openGround,
  type Delivery,
  type Ground,
  type Reply,
} from "../harness/forgeries/ground.ts";
import { foreign, malformed } from "../harness/forgeries/malformed.ts";
import { openOtherKeys } from "../harness/forgeries/other-keys.ts";
import { senders } from "../harness/forgeries/senders.ts";
import { untilIdle } from "../harness/idle.ts";
import { parseCard } from "../harness/parse-card.ts";
import { startProduct } from "../harness/product.ts";
import { openStoredState, type StoredState } from "../harness/stored-state.ts";

describe("forged and malformed activities", () => {
  let ground: Ground;
  let state: StoredState;
  beforeAll(async () => {
    ground = await openGround();
    state = await openStoredState(ground.world.database);
  }, 60_000);
  afterAll(async () => {
    await state.close();
    await ground.close();
  });

  /** Delivers what nothing may be stored of; a right press unless there is another activity. */
  async function deliverInVain(delivery: Delivery): Promise<Reply> {
    const before = await state.read();
    const reply = await ground.deliver({
      activity: ground.press(),
      ...delivery,
    });
    const after = await state.read();
    try {
      expect(after).toEqual(before);
    } catch (error) {
      // What follows from it must not be taken for the next one's doing.
      await untilIdle(ground.world);
      throw error;
    }
    return { status: reply.status, body: reply.body };
  }

  const refusal = (status: number, code: string) => ({
    status,
    body: {
      type: "about:blank",
      title: expect.any(String) as string,
      status,
      detail: sentences.get(code),
      code,
      correlationId: expect.any(String) as string,
      ...(code === "wrongContentType" && { field: "Content-Type" }),
    },
  });

  it.each(senders)("refuses an activity %s", async (_name, forge) => {
    expect(await deliverInVain(await forge(ground))).toEqual(
      refusal(401, "notAuthenticated"),
    );
  });

  it("refuses an activity whose key may not speak for Teams", async () => {
    const { world } = ground;
    const metadata =
      world.simulator.environment()["BOT_CHANNEL_OPENID_METADATA"] ?? "";
    const outcomes: number[] = [];
    for (const channel of ["webchat", "msteams"]) {
      const keys = await openOtherKeys(metadata, [channel]);
      await world.product().stop();
      await world.restart({ BOT_CHANNEL_OPENID_METADATA: keys.metadataUrl });
      const activity = ground.press(ground.other);
      outcomes.push((await deliverInVain({ activity })).status);
      await keys.close();
    }
    await world.product().stop();
    await world.restart();
    await untilIdle(world);
    expect(outcomes).toEqual([401, 200]);
  });

  it.each(malformed)("refuses %s", async (_name, [status, code], forge) => {
    expect(await deliverInVain(forge(ground))).toEqual(refusal(status, code));
  });

  it.each(foreign)("refuses an activity %s", async (_name, changes) => {
    const activity = changed(ground.press(), changes(ground));
    expect(await deliverInVain({ activity })).toEqual(
      refusal(403, "otherOrganization"),
    );
  });

  it.each(wrongActions)(
    "answers a press with %s in our own words",
    async (_name, answer, forge) => {
      expect(await deliverInVain({ activity: forge(ground) })).toEqual({
        status: (answer as { statusCode: number }).statusCode,
        body: answer,
      });
    },
  );

  it("answers a press with data of any depth in our own words", async () => {
    const [, notKnown] = wrongActions[0] ?? [];
    const depth = 200_000;
    const body = JSON.stringify(ground.pressWith("deep")).replace(
      '"deep"',
      "[".repeat(depth) + "]".repeat(depth),
    );
    expect(await deliverInVain({ raw: { body } })).toEqual({
      status: 400,
      body: notKnown,
    });
  });

  it.each(refusedPresses)(
    "shows the card and the reason to %s",
    async (_name, reason, forge) => {
      const reply = await deliverInVain({ activity: forge(ground) });
      expect(reply).toMatchObject({
        status: 200,
        body: {
          statusCode: 200,
          type: "application/vnd.microsoft.card.adaptive",
        },
      });
      const card = parseCard((reply.body as { value: unknown }).value);
      expect(card.warnings).toEqual([]);
      expect(card.texts.join("\n")).toContain(reason);
    },
  );

  it.each(wrongSubmissions)(
    "takes nothing from a message with %s",
    async (_name, forge) => {
      expect(await deliverInVain({ activity: forge(ground) })).toEqual({
        status: 200,
        body: "",
      });
    },
  );

  it.each(idleActivities)(
    "does nothing for %s",
    async (_name, status, forge) => {
      expect(await deliverInVain({ activity: forge(ground) })).toEqual({
        status,
        body: "",
      });
    },
  );

  it.each([
    ["another event's card", () => ground.cards.moved],
    ["the bot's welcome", () => messageOf("ERG Events is here")],
    [
      "a person's message",
      () =>
        ground.world.simulator.say({
          conversation: ground.channel.id,
          person: ground.other,
          text: "Who brings the cake?",
        }).id,
    ],
  ])("leaves %s alone when a press claims to be on it", async (_name, find) => {
    const messageId = find();
    await ground.deliver({
      activity: ground.pressWith(
        { verb: "event.refresh", eventId: ground.closed.id },
        { messageId },
      ),
    });
    await untilIdle(ground.world);
    expect(
      ground.world.simulator
        .messages({ conversation: ground.channel.id })
        .find(({ id }) => id === messageId),
    ).toMatchObject({ isDeleted: false });
  });

  it("answers a message of nothing but opening brackets", async () => {
    const activity = changed(ground.submit(undefined), {
      text: "<".repeat(99_000),
    });
    expect(await deliverInVain({ activity })).toEqual({
      status: 200,
      body: "",
    });
  });

  it("takes the activity that all of them were made of", async () => {
    const before = await state.read();
    const reply = await ground.deliver({
      activity: ground.pressWith(goingTo(ground.closed)),
    });
    expect(reply.status).toBe(200);
    const after = await state.read();
    expect(after["answers"]).toHaveLength((before["answers"]?.length ?? 0) + 1);
  });

  function messageOf(text: string): string {
    const message = ground.world.simulator
      .messages({ conversation: ground.channel.id })
      .find(({ cards }) => JSON.stringify(cards).includes(text));
    if (!message) throw new Error(`No message says “${text}”.`);
    return message.id;
  }
});

describe("a product without an identity", () => {
  it.each(["BOT_ID", "BOT_PASSWORD"])(
    "does not start without %s, and says so in one line",
    async (name) => {
      const refused = startProduct({
        PUBLIC_URL: "http://localhost:1",
        DATABASE_URL: "postgres://127.0.0.1:1/none",
        ...identity,
        [name]: "",
      });
      await expect(refused).rejects.toThrow(
        new RegExp(
          `^The backend ended with 1: [^\n]*${name} is missing[^\n]*\n$`,
        ),
      );
    },
  );
});

const identity = {
  BOT_ID: "6f1d7d2a-93a5-4c8e-9a55-0b6f5a1f2c11",
  BOT_PASSWORD: "secret",
  BOT_TENANT_ID: "6f1d7d2a-93a5-4c8e-9a55-0b6f5a1f2c12",
  AAD_APP_CLIENT_ID: "6f1d7d2a-93a5-4c8e-9a55-0b6f5a1f2c13",
  AAD_APP_CLIENT_SECRET: "secret",
  AAD_APP_TENANT_ID: "6f1d7d2a-93a5-4c8e-9a55-0b6f5a1f2c12",
  SERVICE_ACCOUNT_UPN: "ergs@contoso.com",
};

const sentences = new Map([
  ["notAuthenticated", "Only Teams may write here."],
  ["malformedActivity", "This is not an activity of Teams."],
  ["malformedJson", "The body is not valid JSON."],
  ["otherOrganization", "This bot serves one organization."],
  ["wrongContentType", "Send the request as application/json."],
  ["bodyTooLarge", "The body is larger than 512 KB. Send less."],
  ["notFound", "There is nothing at this address."],
  ["methodNotAllowed", "This address does not take such requests."],
]);
