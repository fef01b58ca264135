import type { Activity } from "botbuilder";
import {
  cardMessage,
  startBotInTeams,
  testCard,
  type BotInTeams,
} from "../testing/bot-in-teams.ts";
import { any } from "../testing/graph-client.ts";

const megan = "MeganB@contoso.com";

let world: BotInTeams;
let channel: string;

beforeEach(async () => {
  world = await startBotInTeams();
  channel = world.simulator.world.teams[0]!.channels[1]!.id;
});
afterEach(() => world.close());

const messages = () => world.simulator.messages({ conversation: channel });
const message = (activity: Partial<Activity>) =>
  ({ type: "message", ...activity }) as Activity;

describe("a message of the bot", () => {
  it("is posted, updated and deleted, and stays as a tombstone", async () => {
    const id = (await world.post(channel, { text: "Hello" }))!;
    expect(messages()).toMatchObject([
      { id, from: { kind: "bot" }, text: "Hello", replyToId: null, cards: [] },
    ]);
    await world.ask(({ conversations }) =>
      conversations.updateActivity(
        channel,
        id,
        message({ text: "Hello, all", summary: "A greeting" }),
      ),
    );
    expect(messages()).toMatchObject([
      { id, text: "Hello, all", summary: "A greeting", updatedAt: any(String) },
    ]);
    await world.ask(({ conversations }) =>
      conversations.deleteActivity(channel, id),
    );
    expect(messages()).toMatchObject([{ id, isDeleted: true, text: "" }]);
  });

  it("answers in the thread of the message that it replies to", async () => {
    const root = (await world.post(channel, { text: "Root" }))!;
    const replies = await world.ask(async ({ conversations }) => {
      const first = await conversations.replyToActivity(
        channel,
        root,
        message({ text: "First" }),
      );
      // A reply to a reply is in the same thread.
      await conversations.replyToActivity(
        channel,
        first.id,
        message({ text: "Second" }),
      );
      const thread = `${channel};messageid=${root}`;
      await conversations.sendToConversation(
        thread,
        message({ text: "Third" }),
      );
      // What is answered here is an event, not a message.
      await conversations.replyToActivity(
        channel,
        "f:1234",
        message({ text: "A new thread" }),
      );
      return messages();
    });
    expect(replies.map(({ text, replyToId }) => [text, replyToId])).toEqual([
      ["Root", null],
      ["First", root],
      ["Second", root],
      ["Third", root],
      ["A new thread", null],
    ]);
  });

  it("begins a thread by creating a conversation in the channel", async () => {
    const made = await world.ask(({ conversations }) =>
      conversations.createConversation({
        isGroup: true,
        channelData: { channel: { id: channel } },
        activity: message(cardMessage(testCard("0 going"))),
      } as Parameters<typeof conversations.createConversation>[0]),
    );
    expect(made).toMatchObject({
      id: `${channel};messageid=${made.activityId}`,
      activityId: messages()[0]!.id,
    });
    expect(messages()[0]!.cards).toEqual([testCard("0 going")]);
  });

  it("is two messages without an id when it has both text and a card", async () => {
    const both = { ...cardMessage(testCard("0 going")), text: "Look" };
    expect(await world.post(channel, both)).toBeUndefined();
    expect(messages().map(({ text, cards }) => [text, cards.length])).toEqual([
      ["Look", 0],
      ["", 1],
    ]);
    world.simulator.changeSettings({ textWithCard: "together" });
    expect(await world.post(channel, both)).toBe(messages()[2]!.id);
    expect(messages()[2]).toMatchObject({ text: "Look", cards: [any(Object)] });
  });

  it("reaches one person in the chat with them", async () => {
    const { id } = world.simulator.world.personByAddress(megan)!;
    const chat = await world.ask(({ conversations }) =>
      conversations.createConversation({
        isGroup: false,
        members: [{ id, name: "" }],
        tenantId: world.simulator.world.tenant.id,
      } as Parameters<typeof conversations.createConversation>[0]),
    );
    await world.post(chat.id, { text: "For you alone" });
    const own = { conversation: { personal: megan } };
    expect(world.simulator.messages(own)).toMatchObject([
      { text: "For you alone", replyToId: null },
    ]);
    expect(messages()).toEqual([]);
  });

  it("that is only a sign of typing leaves nothing behind", async () => {
    await world.post(channel, { type: "typing" });
    expect(messages()).toEqual([]);
  });
});

describe("a message of a person", () => {
  it("is heard in a channel only when it mentions the bot", async () => {
    world.simulator.say({ conversation: channel, person: megan, text: "Hi" });
    const asked = world.simulator.say({
      conversation: channel,
      person: megan,
      text: "help me & <you>",
      mentionsBot: true,
      timezone: "Europe/Berlin",
      locale: "de-DE",
    });
    expect(asked.text).toBe("@ERG Events help me & <you>");
    await world.simulator.settled();
    expect(world.activities).toHaveLength(1);
    expect(world.activities[0]).toMatchObject({
      type: "message",
      id: asked.id,
      text: "<at>ERG Events</at> help me & <you>",
      textFormat: "plain",
      locale: "de-DE",
      from: { name: "Megan Bowen", aadObjectId: any(String) },
      conversation: {
        id: `${channel};messageid=${asked.id}`,
        conversationType: "channel",
        isGroup: true,
      },
      entities: [
        {
          type: "mention",
          mentioned: { id: `28:${world.bot.botId}` },
          text: "<at>ERG Events</at>",
        },
        { type: "clientInfo", timezone: "Europe/Berlin", locale: "de-DE" },
      ],
      channelData: {
        channel: { id: channel },
        team: { id: world.simulator.world.teams[0]!.id },
      },
    });
  });

  it("answers in a thread, whose message the bot can answer in turn", async () => {
    const root = (await world.post(channel, { text: "Root" }))!;
    const said = world.simulator.say({
      conversation: channel,
      person: megan,
      text: "@ERG Events help",
      mentionsBot: true,
      replyToId: root,
    });
    expect(said).toMatchObject({ text: "@ERG Events help", replyToId: root });
    await world.simulator.settled();
    expect(world.activities[0]!.text).toBe("<at>ERG Events</at> help");
    expect(world.activities[0]!.conversation.id).toBe(
      `${channel};messageid=${root}`,
    );
  });

  it("is always heard in the chat with the bot, which only those have who added the app", async () => {
    const chat = { conversation: { personal: megan }, person: megan };
    const say = () => world.simulator.say({ ...chat, text: "Upcoming" });
    expect(say).toThrow("Megan Bowen does not have the app");
    world.simulator.installPersonally(megan);
    say();
    await world.simulator.settled();
    expect(world.activities.at(-1)).toMatchObject({
      type: "message",
      text: "Upcoming",
      conversation: { conversationType: "personal", id: any(String) },
    });
    expect(world.activities.at(-1)!.channelData).toEqual({
      tenant: { id: world.simulator.world.tenant.id },
    });
  });

  it("is nobody else's to read", () => {
    const { simulator } = world;
    expect(() =>
      simulator.messages({
        conversation: { personal: megan },
        person: "LeeG@contoso.com",
      }),
    ).toThrow("Lee Gu is not in this conversation.");
  });
});

describe("an activity that a test bends", () => {
  // The SDK prints why it refuses a token.
  beforeEach(() => {
    console.error = () => undefined;
  });

  const send = (
    change: Record<string, unknown>,
    request?: Parameters<typeof world.simulator.sendActivity>[1],
  ) => {
    const activity = {
      ...world.simulator.activityFrom({ conversation: channel, person: megan }),
      type: "message",
      text: "Hello",
      ...change,
    };
    return world.simulator.sendActivity(activity, request);
  };

  it("is taken when it is right", async () => {
    expect(await send({})).toMatchObject({ status: 200 });
    expect(world.activities).toHaveLength(1);
  });

  it.each([
    ["no token", {}, { token: null }],
    ["another token", {}, { token: "e30.e30.e30" }],
    ["a foreign signature", {}, { claims: { key: "foreign" as const } }],
    ["another audience", {}, { claims: { claims: { aud: "another" } } }],
    ["another issuer", {}, { claims: { claims: { iss: "https://evil" } } }],
    ["an old token", {}, { claims: { issuedAt: new Date(0) } }],
    ["another service", { serviceUrl: "https://evil.example/" }, {}],
    ["a channel that the key does not speak for", { channelId: "webchat" }, {}],
  ])("is refused by the SDK with %s", async (_, change, request) => {
    const { status } = await send(change, request);
    expect([401, 403]).toContain(status);
    expect(world.activities).toEqual([]);
  });
});
