import {
  ActivityTypes,
  CardFactory,
  MessageFactory,
  TurnContext,
  type Activity,
  type ConversationReference,
} from "botbuilder";
import type { ConnectorClient } from "botframework-connector";
import type { Simulator, SimulatorOptions } from "../start-simulator.ts";
import { startBot } from "./bot.ts";
import { startTestSimulator } from "./simulator-for-tests.ts";

/** A bot made with Microsoft's SDK, already told of the seed's installations. */
export interface BotInTeams {
  simulator: Simulator;
  bot: Awaited<ReturnType<typeof startBot>>;
  /** Everything that the bot was told since the seed. */
  activities: Activity[];
  /** What the bot answers an invoke with. */
  answerInvoke: (activity: Activity) => unknown;
  /** Whatever is asked of the Bot Connector, through Microsoft's client. */
  ask<T>(work: (client: ConnectorClient) => Promise<T>): Promise<T>;
  post(
    conversationId: string,
    activity: Partial<Activity>,
  ): Promise<string | undefined>;
  /** A request as it is on the wire: Microsoft's client hides forms of errors, and tries again. */
  request(path: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

export async function startBotInTeams(
  options: Partial<SimulatorOptions> = {},
): Promise<BotInTeams> {
  const bot = await startBot();
  const simulator = await startTestSimulator({
    product: { publicUrl: bot.url },
    ...options,
  });
  const environment = simulator.environment();
  bot.connect(environment);
  let reference: Partial<ConversationReference> = {};
  let isKnown = false;
  let token: string | null = null;
  bot.onTurn = async (context) => {
    const { activity } = context;
    if (!isKnown) {
      reference = TurnContext.getConversationReference(activity);
      isKnown = true;
    }
    world.activities.push(activity);
    if (activity.type !== "invoke") return;
    await context.sendActivity({
      type: ActivityTypes.InvokeResponse,
      value: { status: 200, body: world.answerInvoke(activity) },
    });
  };

  const world: BotInTeams = {
    simulator,
    bot,
    activities: [],
    answerInvoke: () => messageAnswer("Done."),
    async ask(work) {
      let result: unknown;
      await bot.adapter.continueConversationAsync(
        bot.botId,
        reference,
        async (context) => {
          const key = bot.adapter.ConnectorClientKey;
          // The adapter puts its client there, signed in as the bot.
          result = await work(context.turnState.get<ConnectorClient>(key));
        },
      );
      return result as Awaited<ReturnType<typeof work>>;
    },
    post: (conversationId, activity) =>
      world.ask(async ({ conversations }) => {
        const sent = { type: "message", ...activity } as Activity;
        const reply = await conversations.sendToConversation(
          conversationId,
          sent,
        );
        return reply.id;
      }),
    async request(path, init = {}) {
      const url = `${simulator.tlsUrl}/connector/v3${path}`;
      const send = async () => {
        token ??= await botToken(environment);
        const headers = { Authorization: `Bearer ${token}` };
        return fetch(url, { ...init, headers });
      };
      const reply = await send();
      if (reply.status !== 401) return reply;
      token = null;
      return send();
    },
    async close() {
      await simulator.close();
      await bot.close();
    },
  };
  await simulator.settled();
  world.activities.length = 0;
  return world;
}

/** Entra: OAuth 2.0 client credentials flow. */
async function botToken(environment: Record<string, string>): Promise<string> {
  const reply = await fetch(
    `${environment["BOT_CHANNEL_LOGIN_URL"]}/oauth2/v2.0/token`,
    {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_id: environment["BOT_ID"]!,
        client_secret: environment["BOT_PASSWORD"]!,
        scope: `${environment["BOT_CHANNEL_OAUTH_SCOPE"]}/.default`,
      }),
    },
  );
  return ((await reply.json()) as { access_token: string }).access_token;
}

export function cardMessage(card: Record<string, unknown>): Partial<Activity> {
  return MessageFactory.attachment(CardFactory.adaptiveCard(card));
}

/** A card with a button, which refreshes itself for the people of the list, or for everybody. */
export function testCard(
  text: string,
  refreshFor?: string[] | "everybody",
): Record<string, unknown> {
  const action = {
    type: "Action.Execute",
    verb: "refresh",
    data: { event: "e1" },
  };
  const list = Array.isArray(refreshFor) ? { userIds: refreshFor } : {};
  return {
    type: "AdaptiveCard",
    version: "1.5",
    ...(refreshFor ? { refresh: { action, ...list } } : {}),
    body: [{ type: "TextBlock", text }],
    actions: [
      {
        type: "Action.Execute",
        id: "going",
        title: "Going",
        verb: "respond",
        data: { event: "e1", response: "accepted" },
      },
    ],
  };
}

export function cardAnswer(card: Record<string, unknown>): unknown {
  return {
    statusCode: 200,
    type: "application/vnd.microsoft.card.adaptive",
    value: card,
  };
}

export function messageAnswer(text: string): unknown {
  return {
    statusCode: 200,
    type: "application/vnd.microsoft.activity.message",
    value: text,
  };
}
