import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
} from "botbuilder";
import { MsalServiceClientCredentialsFactory } from "botframework-connector";
import type { Config } from "../config.ts";

/** What the connector library needs of MSAL: it was written for an older one. */
type BotClient = ConstructorParameters<
  typeof MsalServiceClientCredentialsFactory
>[1];

/**
 * The adapter through which every activity passes, authenticated: signature, audience, issuer, service
 * address and endorsements. It has no `onTurnError`, which would swallow the errors of proactive calls.
 */
export function openBotAdapter(
  config: Config,
  botClient: unknown,
): CloudAdapter {
  const settings: Record<string, string> = {};
  if (config.BOT_CHANNEL_LOGIN_URL)
    settings["ToChannelFromBotLoginUrl"] = config.BOT_CHANNEL_LOGIN_URL;
  if (config.BOT_CHANNEL_OAUTH_SCOPE)
    settings["ToChannelFromBotOAuthScope"] = config.BOT_CHANNEL_OAUTH_SCOPE;
  if (config.BOT_CHANNEL_OPENID_METADATA)
    settings["ToBotFromChannelOpenIdMetadataUrl"] =
      config.BOT_CHANNEL_OPENID_METADATA;
  if (config.BOT_CHANNEL_TOKEN_ISSUER)
    settings["ToBotFromChannelTokenIssuer"] = config.BOT_CHANNEL_TOKEN_ISSUER;
  // An adapter that knows no app id accepts anybody: the factory always names ours.
  const credentials = new MsalServiceClientCredentialsFactory(
    config.BOT_ID,
    // Only `acquireTokenByClientCredential` is called, which has stayed the same.
    botClient as BotClient,
  );
  return new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication(settings, credentials),
  );
}
