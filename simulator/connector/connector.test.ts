import { TeamsInfo, TurnContext, type Activity } from "botbuilder";
import type { Simulator } from "../start-simulator.ts";
import { any } from "../testing/graph-client.ts";
import { startBot } from "../testing/bot.ts";
import { startTestSimulator } from "../testing/simulator-for-tests.ts";

type Bot = Awaited<ReturnType<typeof startBot>>;

let simulator: Simulator;
let bot: Bot;
let activities: Activity[];

/** The three installations of the seed, each with two activities. */
const seedActivities = 6;

beforeEach(async () => {
  bot = await startBot();
  activities = [];
  simulator = await startTestSimulator({ product: { publicUrl: bot.url } });
});
afterEach(async () => {
  await simulator.close();
  await bot.close();
});

function untilActivities(count: number): Promise<void> {
  return new Promise((resolve) => {
    bot.onTurn = async ({ activity }) => {
      activities.push(activity);
      if (activities.length === count) resolve();
    };
    bot.connect(simulator.environment());
  });
}

/** Does something in the name of the bot, in the team "Women at Contoso". */
async function inTeam<T>(
  work: (context: TurnContext) => Promise<T>,
): Promise<T> {
  if (activities.length === 0) await untilActivities(seedActivities);
  const reference = TurnContext.getConversationReference(activities[0]!);
  let result: T | undefined;
  await bot.adapter.continueConversationAsync(
    bot.botId,
    reference,
    async (context) => {
      result = await work(context);
    },
  );
  return result as T;
}

describe("the app in a team", () => {
  it("is announced to a bot that starts later than the simulator, which verifies the activities", async () => {
    await untilActivities(seedActivities);
    expect(activities[0]).toMatchObject({
      type: "conversationUpdate",
      channelId: "msteams",
      membersAdded: [{ id: `28:${bot.botId}` }],
      channelData: {
        eventType: "teamMemberAdded",
        team: { name: "Women at Contoso", aadGroupId: any(String) },
      },
    });
    expect(activities[1]).toMatchObject({
      type: "installationUpdate",
      action: "add",
    });
  });

  it("can be added and removed by a member", async () => {
    await untilActivities(seedActivities);
    const team = simulator.world.teams.find(
      ({ name }) => name === "Veterans Network",
    )!;
    const request = { teamId: team.id, personId: team.ownerIds[0]! };
    const done = untilActivities(seedActivities + 4);
    expect(simulator.installApp(request)).toEqual({ ok: true });
    expect(simulator.removeApp(request)).toEqual({ ok: true });
    await done;
    expect(activities.at(-1)).toMatchObject({ action: "remove" });
  });

  it("is not added by a stranger", () => {
    const [team] = simulator.world.teams;
    const personId = simulator.world.serviceAccount!.id;
    expect(simulator.installApp({ teamId: team!.id, personId })).toEqual({
      ok: false,
      reason: "notAMember",
    });
  });
});

describe("what the bot asks", () => {
  it("is answered with the roster, the team and its channels", async () => {
    const answers = await inTeam(async (context) => ({
      page: await TeamsInfo.getPagedTeamMembers(
        context,
        activities[0]!.conversation.id,
      ),
      team: await TeamsInfo.getTeamDetails(
        context,
        activities[0]!.conversation.id,
      ),
      channels: await TeamsInfo.getTeamChannels(
        context,
        activities[0]!.conversation.id,
      ),
    }));
    expect(answers.page.members).toHaveLength(12);
    expect(answers.page.members[0]).toMatchObject({
      name: "Megan Bowen",
      userPrincipalName: "MeganB@contoso.com",
      aadObjectId: simulator.world.personByAddress("MeganB@contoso.com")?.id,
    });
    expect(answers.team).toMatchObject({ name: "Women at Contoso" });
    // The private channel is not among them.
    expect(answers.channels.map(({ name }) => name)).toEqual([
      null,
      "Mentoring",
    ]);
  });

  it("posts, updates and deletes a message", async () => {
    await inTeam(async (context) => {
      await context.sendActivity("An answer in the thread");
      // Without an activity to answer, it is a message of its own.
      context.activity.id = "";
      const posted = await context.sendActivity("Hello");
      await context.updateActivity({
        type: "message",
        id: posted!.id,
        text: "Hello, all",
      });
      await context.deleteActivity(posted!.id);
      await expect(
        context.updateActivity({
          type: "message",
          id: posted!.id,
          text: "Too late",
        }),
      ).rejects.toMatchObject({ statusCode: 404 });
    });
  });

  it("finds one member by object id, and nobody else", async () => {
    const { world } = simulator;
    const [member, stranger] = ["MeganB@contoso.com", "LeeG@contoso.com"].map(
      (address) => world.personByAddress(address)!.id,
    );
    await inTeam(async (context) => {
      const teamId = activities[0]!.conversation.id;
      const found = await TeamsInfo.getTeamMember(context, teamId, member);
      expect(found.email).toBe("MeganB@contoso.com");
      await expect(
        TeamsInfo.getTeamMember(context, teamId, stranger),
      ).rejects.toMatchObject({ statusCode: 404 });
    });
  });

  it("begins a thread in a channel, and a chat with a member", async () => {
    const [team] = simulator.world.teams;
    const channel = team!.channels[1]!;
    await inTeam(async (context) => {
      const [thread] = await TeamsInfo.sendMessageToTeamsChannel(
        context,
        { type: "message", text: "Welcome" } as Activity,
        channel.id,
        bot.botId,
      );
      expect(thread.conversation.id).toMatch(
        new RegExp(`^${channel.id};messageid=\\d+$`),
      );
    });
    const { page } = await inTeam(async (context) => ({
      page: await TeamsInfo.getPagedTeamMembers(context, team!.id),
    }));
    let chat = "";
    await bot.adapter.createConversationAsync(
      bot.botId,
      "msteams",
      activities[0]!.serviceUrl,
      simulator.environment()["BOT_CHANNEL_OAUTH_SCOPE"]!,
      {
        isGroup: false,
        bot: { id: `28:${bot.botId}`, name: "Bot" },
        members: [page.members[0]!],
        tenantId: simulator.world.tenant.id,
      } as Parameters<typeof bot.adapter.createConversationAsync>[4],
      async (context) => {
        chat = context.activity.conversation.id;
        expect((await context.sendActivity("Hello"))?.id).toBeTruthy();
      },
    );
    expect(chat).toMatch(/^a:1/);
  });

  it("is refused where the app is not installed", async () => {
    const veterans = simulator.world.teams.find(
      ({ installedById }) => installedById === null,
    )!;
    await inTeam(async (context) => {
      await expect(
        TeamsInfo.getPagedTeamMembers(context, veterans.id),
      ).rejects.toMatchObject({ statusCode: 403 });
    });
  });
});

describe("a request without the bot's token", () => {
  it("is refused", async () => {
    const [team] = simulator.world.teams;
    const reply = await fetch(
      `${simulator.tlsUrl}/connector/v3/conversations/${encodeURIComponent(team!.id)}/pagedmembers`,
    );
    expect(reply.status).toBe(401);
  });
});
