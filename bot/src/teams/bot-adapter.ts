import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Activity,
  type InvokeResponse,
  type TurnContext,
} from "botbuilder";
import {
  AuthenticationConstants,
  MsalServiceClientCredentialsFactory,
} from "botframework-connector";
import type {
  ClientCredentialRequest,
  ConfidentialClientApplication,
} from "@azure/msal-node";
import { readEntraError } from "../accounts/tokens/read-entra-error.ts";
import type { Config } from "../config.ts";

/** What the connector library needs of MSAL: it was written for an older one. */
type LibraryClient = ConstructorParameters<
  typeof MsalServiceClientCredentialsFactory
>[1];

/**
 * The cloud adapter of botbuilder without its way of answering requests, which tells callers the
 * messages of internal errors.
 */
export class BotAdapter extends CloudAdapter {
  readonly authentication: ConfigurationBotFrameworkAuthentication;

  constructor(authentication: ConfigurationBotFrameworkAuthentication) {
    super(authentication);
    this.authentication = authentication;
  }

  /**
   * Authenticates an activity and runs `logic` on it.
   * @returns what an invoke is to be answered with
   * @throws {AuthenticationError} when it does not come from Teams
   */
  receive(
    authorization: string,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity, logic);
  }
}

/** Who signs the tokens of activities that come from Teams. */
export function channelTokenIssuer(config: Config): string {
  return (
    config.BOT_CHANNEL_TOKEN_ISSUER ??
    AuthenticationConstants.ToBotFromChannelTokenIssuer
  );
}

/** What the bot's own tokens are for. */
export function connectorScope(config: Config): string {
  return (
    config.BOT_CHANNEL_OAUTH_SCOPE ??
    AuthenticationConstants.ToChannelFromBotOAuthScope
  );
}

/**
 * The adapter through which every activity passes, authenticated: signature, audience, issuer, service
 * address and endorsements. It has no `onTurnError`, which would swallow the errors of proactive calls.
 */
export function openBotAdapter(
  config: Config,
  botClient: Pick<
    ConfidentialClientApplication,
    "acquireTokenByClientCredential"
  >,
): BotAdapter {
  const settings = channelSettings(config);
  // An adapter that knows no app id accepts anybody: the factory always names ours.
  const credentials = new MsalServiceClientCredentialsFactory(
    config.BOT_ID,
    // Only `acquireTokenByClientCredential` is called, which has stayed the same.
    {
      // Where there is no token nothing is sent: that must not look like a lost answer.
      acquireTokenByClientCredential: (request: ClientCredentialRequest) =>
        botClient
          .acquireTokenByClientCredential(request)
          .catch((error: unknown) => {
            throw readEntraError(error);
          }),
    } as unknown as LibraryClient,
  );
  return new BotAdapter(
    new ConfigurationBotFrameworkAuthentication(settings, credentials),
  );
}

/**
 * Where the Bot Framework is. The library takes its public addresses only when none is given; one of
 * another cloud therefore needs the rest beside it.
 */
function channelSettings(config: Config): Record<string, string> {
  const given = Object.entries({
    ToChannelFromBotLoginUrl: config.BOT_CHANNEL_LOGIN_URL,
    ToChannelFromBotOAuthScope: config.BOT_CHANNEL_OAUTH_SCOPE,
    ToBotFromChannelOpenIdMetadataUrl: config.BOT_CHANNEL_OPENID_METADATA,
    ToBotFromChannelTokenIssuer: config.BOT_CHANNEL_TOKEN_ISSUER,
  }).filter((entry): entry is [string, string] => entry[1] !== undefined);
  if (given.length === 0) return {};
  return {
    ToChannelFromBotLoginUrl: AuthenticationConstants.ToChannelFromBotLoginUrl,
    ToChannelFromBotOAuthScope:
      AuthenticationConstants.ToChannelFromBotOAuthScope,
    ToBotFromChannelOpenIdMetadataUrl:
      AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl,
    ToBotFromChannelTokenIssuer:
      AuthenticationConstants.ToBotFromChannelTokenIssuer,
    ToBotFromEmulatorOpenIdMetadataUrl:
      AuthenticationConstants.ToBotFromEmulatorOpenIdMetadataUrl,
    OAuthUrl: AuthenticationConstants.OAuthUrl,
    ...Object.fromEntries(given),
  };
}
