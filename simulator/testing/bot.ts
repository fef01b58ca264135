import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { ConfidentialClientApplication } from "@azure/msal-node";
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type Response as BotResponse,
  type TurnContext,
} from "botbuilder";
import { MsalAppCredentials } from "botframework-connector";

/** A bot made with Microsoft's SDK, which checks every activity as in production. */
export interface TestBot {
  url: string;
  botId: string;
  adapter: CloudAdapter;
  /** Called with each activity. */
  onTurn: (context: TurnContext) => Promise<void>;
  /** What the adapter answered, newest last. */
  statuses: number[];
  close(): Promise<void>;
}

/** Listens first; the simulator needs its address, and it the simulator's. */
export async function startBot(): Promise<
  TestBot & { connect(environment: Record<string, string>): void }
> {
  let adapter: CloudAdapter | null = null;
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk: Buffer) => (text += chunk.toString("utf8")));
    request.on("end", () => {
      // Not connected yet: as if it were still starting.
      if (!adapter) {
        response.writeHead(503).end();
        return;
      }
      const reply: BotResponse = {
        socket: response.socket,
        status: (code: number) => response.writeHead(code),
        header: () => undefined,
        send: (body: unknown) => response.end(body ? JSON.stringify(body) : ""),
        end: () => response.end(),
      };
      response.on("finish", () => bot.statuses.push(response.statusCode));
      void adapter.process(
        {
          body: JSON.parse(text) as Record<string, unknown>,
          headers: request.headers,
          method: request.method ?? "",
        },
        reply,
        (context) => bot.onTurn(context),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const bot: Omit<TestBot, "adapter"> & {
    readonly adapter: CloudAdapter;
    connect(environment: Record<string, string>): void;
  } = {
    url: `http://127.0.0.1:${port}`,
    botId: "",
    statuses: [],
    onTurn: async () => undefined,
    get adapter() {
      if (!adapter) throw new Error("The bot is not connected yet.");
      return adapter;
    },
    connect(environment) {
      bot.botId = environment["BOT_ID"]!;
      adapter = adapterFor(environment);
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return bot;
}

function adapterFor(environment: Record<string, string>): CloudAdapter {
  const login = environment["BOT_CHANNEL_LOGIN_URL"]!;
  const factory = new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: environment["BOT_ID"]!,
    MicrosoftAppPassword: environment["BOT_PASSWORD"]!,
    MicrosoftAppTenantId: environment["BOT_TENANT_ID"]!,
    MicrosoftAppType: "SingleTenant",
  });
  // The SDK's own client asks Microsoft whether the authority is known.
  factory.createCredentials = async (appId, scope) => {
    const client = new ConfidentialClientApplication({
      auth: {
        clientId: appId,
        clientSecret: environment["BOT_PASSWORD"]!,
        authority: login,
        knownAuthorities: [new URL(login).host],
      },
    });
    // The SDK brings an older msal-node, whose client has the same methods.
    return new MsalAppCredentials(client as never, appId, login, scope);
  };
  return new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication(
      {
        ToChannelFromBotLoginUrl: login,
        ToChannelFromBotOAuthScope: environment["BOT_CHANNEL_OAUTH_SCOPE"]!,
        ToBotFromChannelTokenIssuer: environment["BOT_CHANNEL_TOKEN_ISSUER"]!,
        ToBotFromChannelOpenIdMetadataUrl:
          environment["BOT_CHANNEL_OPENID_METADATA"]!,
        OAuthUrl: login,
        ValidateAuthority: "true",
      },
      factory,
    ),
  );
}
