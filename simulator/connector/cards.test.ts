import type { Activity } from "botbuilder";
import {
  cardAnswer,
  cardMessage,
  messageAnswer,
  startBotInTeams,
  testCard,
  type BotInTeams,
} from "../testing/bot-in-teams.ts";
import { any } from "../testing/graph-client.ts";

const megan = "MeganB@contoso.com";
const adele = "AdeleV@contoso.com";

let world: BotInTeams;
let channel: string;
let messageId: string;

beforeEach(async () => {
  world = await startBotInTeams();
  channel = world.simulator.world.teams[0]!.channels[1]!.id;
});
afterEach(() => world.close());

/** The member ids by which the bot knows people. */
async function memberIds(...addresses: string[]): Promise<string[]> {
  const { members } = await world.ask((client) =>
    client.conversations.getConversationPagedMembers(channel),
  );
  return addresses.map((address) => {
    const { id } = world.simulator.world.personByAddress(address)!;
    return members.find(({ aadObjectId }) => aadObjectId === id)!.id;
  });
}

async function post(card: Record<string, unknown>): Promise<void> {
  messageId = (await world.post(channel, cardMessage(card)))!;
}

const seen = (person: string) =>
  world.simulator
    .messages({ conversation: channel, person })
    .find(({ id }) => id === messageId)!;
const view = (person: string) =>
  world.simulator.viewMessage({ conversation: channel, person, messageId });

describe("a button of a card", () => {
  it("sends the action, and its card is for the person alone until the bot updates the message", async () => {
    await post(testCard("0 going"));
    world.answerInvoke = () => cardAnswer(testCard("You are going"));
    const answer = await world.simulator.execute({
      conversation: channel,
      person: megan,
      messageId,
      title: "Going",
    });
    expect(answer).toEqual({ kind: "card", card: testCard("You are going") });
    expect(world.activities).toHaveLength(1);
    expect(world.activities[0]).toMatchObject({
      type: "invoke",
      name: "adaptiveCard/action",
      replyToId: messageId,
      from: { name: "Megan Bowen", aadObjectId: any(String) },
      conversation: {
        id: `${channel};messageid=${messageId}`,
        conversationType: "channel",
      },
      channelData: {
        channel: { id: channel },
        team: { id: world.simulator.world.teams[0]!.id },
        tenant: { id: world.simulator.world.tenant.id },
      },
      value: {
        action: {
          type: "Action.Execute",
          id: "going",
          verb: "respond",
          data: { event: "e1", response: "accepted" },
        },
        trigger: "manual",
      },
    });
    expect(await view(megan)).toEqual(testCard("You are going"));
    expect(await view(adele)).toEqual(testCard("0 going"));
    await world.ask(({ conversations }) =>
      conversations.updateActivity(
        channel,
        messageId,
        cardMessage(testCard("1 going")) as Activity,
      ),
    );
    expect(seen(megan)).toMatchObject({ view: null, updatedAt: any(String) });
    expect(await view(megan)).toEqual(testCard("1 going"));
  });

  it("shows a message, an error that the bot reports, and one for an answer of another form", async () => {
    await post(testCard("0 going"));
    const press = (answer: unknown) => {
      world.answerInvoke = () => answer;
      return world.simulator.execute({
        conversation: channel,
        person: megan,
        messageId,
        title: "Going",
      });
    };
    expect(await press(messageAnswer("Too late."))).toEqual({
      kind: "message",
      text: "Too late.",
    });
    const reported = {
      statusCode: 500,
      type: "application/vnd.microsoft.error",
      value: { code: "500", message: "no" },
    };
    expect(await press(reported)).toMatchObject({ kind: "error" });
    for (const wrong of [
      {},
      { type: "application/vnd.microsoft.card.adaptive", value: testCard("") },
      { ...(cardAnswer({ type: "Something" }) as object) },
      { statusCode: 200, type: "text", value: "Hello" },
    ]) {
      expect(await press(wrong)).toEqual({
        kind: "error",
        text: "Unable to reach app. Please try again.",
      });
    }
    expect(seen(megan).view).toBeNull();
  });

  it("of the old kind sends a message with the value", async () => {
    await post(testCard("0 going"));
    world.simulator.submit({
      conversation: channel,
      person: megan,
      messageId,
      data: { verb: "respond" },
    });
    await world.simulator.settled();
    expect(world.activities[0]).toMatchObject({
      type: "message",
      value: { verb: "respond" },
      replyToId: messageId,
      conversation: { id: `${channel};messageid=${messageId}` },
    });
    expect(world.activities[0]!.text).toBeUndefined();
  });

  it("is pressed by the Teams client over HTTP", async () => {
    await post(testCard("0 going"));
    world.answerInvoke = () => cardAnswer(testCard("You are going"));
    const { id: personId } = world.simulator.world.personByAddress(megan)!;
    const path = `${world.simulator.pagesUrl}/sim/api/conversations/${encodeURIComponent(channel)}/messages/${messageId}`;
    const send = (what: string, body: Record<string, unknown>) =>
      fetch(`${path}/${what}`, {
        method: "POST",
        body: JSON.stringify({ personId, ...body }),
      });
    const action = {
      type: "Action.Execute",
      verb: "respond",
      data: { response: "accepted" },
    };
    const pressed = await send("invoke", { trigger: "manual", action });
    expect(await pressed.json()).toEqual({
      kind: "card",
      card: testCard("You are going"),
    });
    const submitted = await send("submit", { data: { verb: "respond" } });
    expect(submitted.status).toBe(204);
    await world.simulator.settled();
    expect(world.activities).toMatchObject([
      { type: "invoke", value: { action, trigger: "manual" } },
      { type: "message", value: { verb: "respond" } },
    ]);
    const unknown = await send("invoke", { trigger: "manual", action: {} });
    expect(unknown.status).toBe(400);
  });

  it("is not there for somebody who is not in the channel", async () => {
    await post(testCard("0 going"));
    await expect(
      world.simulator.execute({
        conversation: channel,
        person: "LeeG@contoso.com",
        messageId,
        title: "Going",
      }),
    ).rejects.toThrow("Lee Gu is not in this conversation.");
  });
});

describe("the refresh of a card", () => {
  it("comes by itself, once for each content, for the people of its list", async () => {
    const [meganId] = await memberIds(megan);
    await post(testCard("0 going", [meganId!]));
    world.answerInvoke = () => cardAnswer(testCard("Are you going, Megan?"));
    expect(seen(megan).needsRefresh).toBe(true);
    expect(seen(adele).needsRefresh).toBe(false);
    expect(await view(megan)).toEqual(testCard("Are you going, Megan?"));
    await view(megan);
    expect(await view(adele)).toEqual(testCard("0 going", [meganId!]));
    expect(world.activities).toHaveLength(1);
    expect(world.activities[0]).toMatchObject({
      value: { action: { verb: "refresh" }, trigger: "automatic" },
    });
  });

  it("comes for everybody without a list in a small channel, and for nobody with an empty one", async () => {
    await post(testCard("0 going", "everybody"));
    expect([megan, adele].map((one) => seen(one).needsRefresh)).toEqual([
      true,
      true,
    ]);
    await post(testCard("0 going", []));
    expect(seen(megan).needsRefresh).toBe(false);
  });
});
