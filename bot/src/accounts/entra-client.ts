import {
  ConfidentialClientApplication,
  LogLevel,
  type ICachePlugin,
} from "@azure/msal-node";
import type { Logger } from "pino";
import type { Config } from "../config.ts";

/** What the service account is asked for at connect; docs/admin-guide.md says which call needs each. */
export const delegatedScopes = [
  "Calendars.ReadWrite",
  "Mail.Send",
  "User.Read",
  "offline_access",
  "OnlineMeetings.ReadWrite",
  "OnlineMeetings.Read",
  "OnlineMeetingArtifact.Read.All",
];

/** Graph's part of the scopes; `offline_access` and OpenID's own are for Entra. */
export const graphScopes = delegatedScopes.filter(
  (scope) => scope !== "offline_access",
);

/** The product as a confidential client of Entra, with a token cache of the caller's. */
export function openEntraClient(options: {
  config: Config;
  log: Logger;
  cachePlugin?: ICachePlugin;
}): ConfidentialClientApplication {
  const { config } = options;
  return openClient({
    clientId: config.AAD_APP_CLIENT_ID,
    clientSecret: config.AAD_APP_CLIENT_SECRET,
    // The tenant's own id, not "common": nobody else's accounts can sign in.
    authority: `${config.AAD_APP_OAUTH_AUTHORITY_HOST}/${config.AAD_APP_TENANT_ID}`,
    log: options.log,
    cachePlugin: options.cachePlugin,
  });
}

/** The bot as a confidential client: its tokens let it call the Bot Connector. */
export function openBotClient(options: {
  config: Config;
  log: Logger;
}): ConfidentialClientApplication {
  const { config } = options;
  return openClient({
    clientId: config.BOT_ID,
    clientSecret: config.BOT_PASSWORD,
    authority:
      config.BOT_CHANNEL_LOGIN_URL ??
      `${config.AAD_APP_OAUTH_AUTHORITY_HOST}/${config.BOT_TENANT_ID}`,
    log: options.log,
  });
}

function openClient(options: {
  clientId: string;
  clientSecret: string;
  authority: string;
  log: Logger;
  cachePlugin?: ICachePlugin | undefined;
}): ConfidentialClientApplication {
  const { clientId, clientSecret, authority, cachePlugin } = options;
  return new ConfidentialClientApplication({
    auth: {
      clientId,
      clientSecret,
      authority,
      // Without it MSAL asks Microsoft's public cloud whether the authority is one of its own.
      knownAuthorities: [new URL(authority).host],
    },
    ...(cachePlugin && { cache: { cachePlugin } }),
    system: {
      loggerOptions: {
        logLevel: LogLevel.Error,
        piiLoggingEnabled: false,
        loggerCallback: (_level, message) =>
          options.log.warn({ msal: message }, "Entra client"),
      },
    },
  });
}
