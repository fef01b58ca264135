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
  const host = new URL(config.AAD_APP_OAUTH_AUTHORITY_HOST).host;
  return new ConfidentialClientApplication({
    auth: {
      clientId: config.AAD_APP_CLIENT_ID,
      clientSecret: config.AAD_APP_CLIENT_SECRET,
      // The tenant's own id, not "common": nobody else's accounts can sign in.
      authority: `${config.AAD_APP_OAUTH_AUTHORITY_HOST}/${config.AAD_APP_TENANT_ID}`,
      knownAuthorities: [host],
    },
    ...(options.cachePlugin && { cache: { cachePlugin: options.cachePlugin } }),
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
