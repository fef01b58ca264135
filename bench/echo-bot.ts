import restify from "restify";
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
} from "botbuilder";
import { MsalServiceClientCredentialsFactory } from "botframework-connector";

/**
 * The peer of bot.invoke: a bot that authenticates as the product does and answers every action with the
 * same card. A process of its own, told everything by its environment; it says its port when it is ready.
 */
const environment = process.env;
const card = {
  type: "AdaptiveCard",
  version: "1.5",
  body: [{ type: "TextBlock", text: "Echo", wrap: true }],
};

const adapter = new CloudAdapter(
  new ConfigurationBotFrameworkAuthentication(
    {
      ToChannelFromBotLoginUrl: environment["BOT_CHANNEL_LOGIN_URL"],
      ToChannelFromBotOAuthScope: environment["BOT_CHANNEL_OAUTH_SCOPE"],
      ToBotFromChannelOpenIdMetadataUrl:
        environment["BOT_CHANNEL_OPENID_METADATA"],
      ToBotFromChannelTokenIssuer: "https://api.botframework.com",
      ToBotFromEmulatorOpenIdMetadataUrl:
        environment["BOT_CHANNEL_OPENID_METADATA"],
      OAuthUrl: "https://api.botframework.com",
    },
    // No token is ever asked for: nothing is sent but answers.
    new MsalServiceClientCredentialsFactory(environment["BOT_ID"] ?? "", {
      acquireTokenByClientCredential: () => Promise.resolve(null),
    } as never),
  ),
);

const server = restify.createServer();
server.use(restify.plugins.bodyParser({ mapParams: false }));
server.post("/api/messages", async (req, res) => {
  await adapter.process(req, res, async (context) => {
    await context.sendActivity({
      type: "invokeResponse",
      value: {
        status: 200,
        body: {
          statusCode: 200,
          type: "application/vnd.microsoft.card.adaptive",
          value: card,
        },
      },
    });
  });
});
server.listen(0, "127.0.0.1", () => {
  process.send?.({
    type: "ready",
    port: (server.address() as { port: number }).port,
  });
});
process.once("disconnect", () => process.exit(0));
