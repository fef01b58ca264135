import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
} from "botbuilder";
import type { Config } from "../config.ts";

/**
 * The adapter through which every activity passes, authenticated: signature, audience, issuer, service
 * address and endorsements. It has no `onTurnError`, which would swallow the errors of proactive calls.
 */
export function openBotAdapter(config: Config): CloudAdapter {
  const settings: Record<string, string> = {
    MicrosoftAppId: config.BOT_ID,
    MicrosoftAppPassword: config.BOT_PASSWORD,
    MicrosoftAppType: "SingleTenant",
    MicrosoftAppTenantId: config.BOT_TENANT_ID,
  };
  if (config.BOT_CHANNEL_LOGIN_URL)
    settings["ToChannelFromBotLoginUrl"] = config.BOT_CHANNEL_LOGIN_URL;
  if (config.BOT_CHANNEL_OAUTH_SCOPE)
    settings["ToChannelFromBotOAuthScope"] = config.BOT_CHANNEL_OAUTH_SCOPE;
  if (config.BOT_CHANNEL_OPENID_METADATA)
    settings["ToBotFromChannelOpenIdMetadataUrl"] =
      config.BOT_CHANNEL_OPENID_METADATA;
  if (config.BOT_CHANNEL_TOKEN_ISSUER)
    settings["ToBotFromChannelTokenIssuer"] = config.BOT_CHANNEL_TOKEN_ISSUER;
  return new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication(settings),
  );
}
