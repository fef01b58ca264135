import {
  ConfidentialClientApplication,
  LogLevel,
  type ICachePlugin,
} from "@azure/msal-node";
import type { Logger } from "pino";
import { delegatedPermissions } from "../../contract/permissions.ts";
import type { AppCredential } from "../app-credential.ts";
import type { Config } from "../config.ts";
import type { NoteCall } from "../metrics/note-call.ts";
import { openEntraNetwork } from "./entra-network.ts";

/** What the service account is asked for at connect; docs/admin-guide.md says which call needs each. */
export const delegatedScopes = delegatedPermissions.map(({ name }) => name);

/** Graph's part of what nothing works without; `offline_access` is for Entra. */
export const requiredGraphScopes = delegatedPermissions
  .filter(({ name, need }) => need === "required" && name !== "offline_access")
  .map(({ name }) => name);

/** The product as a confidential client of Entra, with a token cache of the caller's. */
export function openEntraClient(options: {
  config: Config;
  log: Logger;
  noteCall: NoteCall;
  cachePlugin?: ICachePlugin;
}): ConfidentialClientApplication {
  const { config } = options;
  return openClient({
    config,
    clientId: config.AAD_APP_CLIENT_ID,
    credential: config.appCredential,
    // The tenant's own id, not "common": nobody else's accounts can sign in.
    authority: `${config.AAD_APP_OAUTH_AUTHORITY_HOST}/${config.AAD_APP_TENANT_ID}`,
    log: options.log,
    noteCall: options.noteCall,
    cachePlugin: options.cachePlugin,
  });
}

/** The bot as a confidential client: its tokens let it call the Bot Connector. */
export function openBotClient(options: {
  config: Config;
  log: Logger;
  noteCall: NoteCall;
}): ConfidentialClientApplication {
  const { config } = options;
  return openClient({
    config,
    clientId: config.BOT_ID,
    credential: { kind: "secret", secret: config.BOT_PASSWORD },
    authority:
      config.BOT_CHANNEL_LOGIN_URL ??
      `${config.AAD_APP_OAUTH_AUTHORITY_HOST}/${config.BOT_TENANT_ID}`,
    log: options.log,
    noteCall: options.noteCall,
  });
}

function openClient(options: {
  config: Config;
  clientId: string;
  credential: AppCredential;
  authority: string;
  log: Logger;
  noteCall: NoteCall;
  cachePlugin?: ICachePlugin | undefined;
}): ConfidentialClientApplication {
  const { clientId, credential, authority, cachePlugin } = options;
  return new ConfidentialClientApplication({
    auth: {
      clientId,
      authority,
      ...(credential.kind === "secret"
        ? { clientSecret: credential.secret }
        : { clientCertificate: credential.certificate }),
      // Without it MSAL asks Microsoft's public cloud whether the authority is one of its own.
      knownAuthorities: [new URL(authority).host],
    },
    ...(cachePlugin && { cache: { cachePlugin } }),
    system: {
      networkClient: openEntraNetwork(options.config, options.noteCall),
      loggerOptions: {
        logLevel: LogLevel.Error,
        piiLoggingEnabled: false,
        loggerCallback: (_level, message) =>
          options.log.warn({ msal: message }, "Entra client"),
      },
    },
  });
}
