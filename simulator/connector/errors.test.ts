import type { Activity } from "botbuilder";
import {
  cardMessage,
  startBotInTeams,
  testCard,
  type BotInTeams,
} from "../testing/bot-in-teams.ts";

const megan = "MeganB@contoso.com";
const women = "Women at Contoso";

let world: BotInTeams;
let team: string;
let mentoring: string;
let steering: string;

beforeEach(async () => {
  world = await startBotInTeams();
  const { id, channels } = world.simulator.world.teams[0]!;
  team = id;
  mentoring = channels[1]!.id;
  steering = channels[2]!.id;
});
afterEach(() => world.close());

const hello = { text: "Hello" };

function refused(work: Promise<unknown>, status: number, code: string) {
  return expect(work).rejects.toMatchObject({ statusCode: status, code });
}

const update = (id: string, activity: Partial<Activity> = hello) =>
  world.ask(({ conversations }) =>
    conversations.updateActivity(mentoring, id, {
      type: "message",
      ...activity,
    }),
  );

const rawPost = (conversation: string, body: unknown) =>
  world.request(
    `/conversations/${encodeURIComponent(conversation)}/activities`,
    {
      method: "POST",
      body: typeof body === "string" ? body : JSON.stringify(body),
    },
  );

describe("a message is refused", () => {
  it("where the app is not, or not any more", async () => {
    const veterans = world.simulator.world.teams[3]!.id;
    const code = "BotNotInConversationRoster";
    await refused(world.post(veterans, hello), 403, code);
    await refused(world.post(steering, hello), 403, code);
    world.simulator.addAppToChannel({ team: women, channel: steering });
    expect(await world.post(steering, hello)).toBeTruthy();
    world.simulator.removeAppFromChannel({ team: women, channel: steering });
    await refused(world.post(steering, hello), 403, code);
    world.simulator.removeApp({
      teamId: team,
      personId: world.simulator.world.personByAddress(megan)!.id,
    });
    await refused(world.post(mentoring, hello), 403, code);
  });

  it("in a channel that is deleted, until it is restored with its messages", async () => {
    const id = (await world.post(mentoring, hello))!;
    world.simulator.deleteChannel({ team: women, channel: mentoring });
    const code = "ConversationNotFound";
    await refused(world.post(mentoring, hello), 404, code);
    await refused(update(id), 404, code);
    world.simulator.restoreChannel({ team: women, channel: mentoring });
    await update(id);
  });

  it("in a thread that never began", async () => {
    await refused(
      world.post(`${mentoring};messageid=12345`, hello),
      404,
      "ConversationNotFound",
    );
  });

  it("in an archived team, in the form that the documentation shows", async () => {
    world.simulator.archiveTeam({ team: women });
    const reply = await rawPost(mentoring, { type: "message", ...hello });
    expect(reply.status).toBe(403);
    expect(await reply.json()).toEqual({
      errorCode: 209,
      message: expect.stringContaining("MessageWritesBlocked") as unknown,
    });
    world.simulator.archiveTeam({ team: women, isArchived: false });
    expect(await world.post(mentoring, hello)).toBeTruthy();
  });

  it("once an admin has disabled the bot", async () => {
    world.simulator.changeSettings({ botDisabledByAdmin: true });
    await refused(world.post(mentoring, hello), 403, "BotDisabledByAdmin");
  });

  it("to somebody who blocks the bot, has removed the app or cannot be reached", async () => {
    const { simulator } = world;
    const startChat = (address: string) =>
      world.ask(({ conversations }) =>
        conversations.createConversation({
          isGroup: false,
          members: [{ id: simulator.world.personByAddress(address)!.id }],
        } as Parameters<typeof conversations.createConversation>[0]),
      );
    simulator.installPersonally(megan);
    const { id } = await startChat(megan);
    simulator.blockBot({ person: megan });
    await refused(world.post(id, hello), 403, "ConversationBlockedByUser");
    simulator.changeSettings({ blockedBotError: "MessageWritesBlocked" });
    const blocked = await rawPost(id, { type: "message", ...hello });
    expect(await blocked.json()).toMatchObject({ errorCode: 209 });
    simulator.blockBot({ person: megan, blocked: false });
    expect(await world.post(id, hello)).toBeTruthy();
    simulator.uninstallPersonally(megan);
    await refused(world.post(id, hello), 403, "BotNotInConversationRoster");
    const outsider = "AllanD@contoso.com";
    await refused(startChat(outsider), 403, "ForbiddenOperationException");
    simulator.changeSettings({
      unreachablePersonError: "BotNotInConversationRoster",
    });
    await refused(startChat(outsider), 403, "BotNotInConversationRoster");
  });

  it("when it is larger than 100 KB in UTF-16, inline images apart", async () => {
    const large = { text: "x".repeat(50_000) };
    await refused(world.post(mentoring, large), 413, "MessageSizeTooBig");
    const image = `data:image/png;base64,${"A".repeat(60_000)}`;
    const card = {
      ...testCard("0 going"),
      body: [{ type: "Image", url: image }],
    };
    expect(await world.post(mentoring, cardMessage(card))).toBeTruthy();
  });

  it.each([
    ["nothing in it", {}, "BadSyntax"],
    ["no type", { type: undefined, ...hello }, "BadArgument"],
    [
      "an attachment of an unknown kind",
      attachment("text/x", {}),
      "BadArgument",
    ],
    ["something that is no card", adaptive({ type: "Hello" }), "BadSyntax"],
    [
      "a card without a version",
      adaptive({ type: "AdaptiveCard" }),
      "BadArgument",
    ],
    [
      "a card of a later version",
      adaptive({ type: "AdaptiveCard", version: "1.6" }),
      "BadArgument",
    ],
    [
      "a refresh for more than 60 people",
      adaptive(
        testCard(
          "0 going",
          Array.from({ length: 61 }, () => "29:1"),
        ),
      ),
      "BadArgument",
    ],
  ])("with %s", async (_, activity, code) => {
    await refused(
      world.post(mentoring, activity as Partial<Activity>),
      400,
      code,
    );
    expect(world.simulator.messages({ conversation: mentoring })).toEqual([]);
  });

  it("when it is not JSON", async () => {
    const reply = await rawPost(mentoring, "{");
    expect(reply.status).toBe(400);
    expect(await reply.json()).toMatchObject({ error: { code: "BadSyntax" } });
  });
});

describe("a change is refused", () => {
  const code = "ActivityNotFoundInConversation";
  const remove = (id: string) =>
    world.ask(({ conversations }) =>
      conversations.deleteActivity(mentoring, id),
    );

  it("of a message that is deleted, whoever deleted it", async () => {
    const own = (await world.post(mentoring, hello))!;
    await remove(own);
    await refused(update(own), 404, code);
    await refused(remove(own), 404, code);
    const other = (await world.post(mentoring, hello))!;
    world.simulator.deleteMessage({
      conversation: mentoring,
      messageId: other,
      person: megan,
    });
    await refused(update(other), 404, code);
    await world.simulator.settled();
    expect(world.activities).toEqual([]);
  });

  it("of a message that a person wrote", async () => {
    const { id } = world.simulator.say({
      conversation: mentoring,
      person: megan,
      text: "Mine",
    });
    await refused(update(id), 404, code);
    await refused(remove(id), 404, code);
  });
});

describe("a refresh for too many people", () => {
  it("can be taken and ignored instead", async () => {
    world.simulator.changeSettings({ longRefreshList: "ignored" });
    const { members } = await world.ask(({ conversations }) =>
      conversations.getConversationPagedMembers(mentoring),
    );
    const ids = members.map(({ id }) => id);
    const many = [...ids, ...Array.from({ length: 60 }, () => "29:1")];
    await world.post(mentoring, cardMessage(testCard("0 going", many)));
    const [message] = world.simulator.messages({ conversation: mentoring });
    expect(message!.needsRefresh).toBe(false);
  });
});

describe("a failure on demand", () => {
  it.each([
    [412, "PreconditionFailed"],
    [502, "ServiceError"],
    [503, "ServiceUnavailable"],
  ])("answers %s in the Connector's words", async (status, code) => {
    world.simulator.setFault({
      service: "connector",
      method: "POST",
      effect: { kind: "status", status, when: "before" },
    });
    const reply = await rawPost(mentoring, { type: "message", ...hello });
    expect([reply.status, await reply.json()]).toMatchObject([
      status,
      { error: { code } },
    ]);
    expect(world.simulator.messages({ conversation: mentoring })).toEqual([]);
  });

  it("loses the answer of a message that is posted", async () => {
    world.simulator.setFault({
      service: "connector",
      method: "POST",
      path: "/activities$",
      effect: { kind: "reset", when: "after" },
    });
    await expect(
      rawPost(mentoring, { type: "message", ...hello }),
    ).rejects.toThrow();
    expect(world.simulator.messages({ conversation: mentoring })).toHaveLength(
      1,
    );
  });
});

function attachment(contentType: string, content: unknown) {
  return { attachments: [{ contentType, content }] };
}

function adaptive(content: unknown) {
  return attachment("application/vnd.microsoft.card.adaptive", content);
}
