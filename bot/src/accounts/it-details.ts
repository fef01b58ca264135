import type { ItDetails } from "../../contract/accounts.ts";
import type { Config } from "../config.ts";
import { adminScripts } from "./admin-scripts.ts";
import { credentialsOf } from "./admins/credentials.ts";
import { adminConsentRedirectUri } from "./approval/admin-consent.ts";
import { redirectUri } from "./sign-in/open-sign-in.ts";

/** What an IT department asks for before it allows the app, filled in from the configuration. */
export function itDetails(config: Config): ItDetails {
  const scripts = adminScripts(config);
  return {
    clientId: config.AAD_APP_CLIENT_ID,
    botId: config.BOT_ID,
    tenantId: config.AAD_APP_TENANT_ID,
    serviceAccountUpn: config.SERVICE_ACCOUNT_UPN,
    redirectAddresses: [redirectUri(config), adminConsentRedirectUri(config)],
    incomingAddresses: [
      {
        url: `${config.PUBLIC_URL}/api/messages`,
        whatFor: "Teams: what people write to the bot and press on cards",
      },
      {
        url: `${config.PUBLIC_URL}/api/notifications`,
        whatFor: "Microsoft Graph: that somebody has answered in Outlook",
      },
      {
        url: `${config.PUBLIC_URL}/api/lifecycle`,
        whatFor: "Microsoft Graph: that its reports will end or were missed",
      },
      {
        url: `${config.PUBLIC_URL}/auth/start`,
        whatFor: "The service account's sign-in, once when it is connected",
      },
      {
        url: `${config.PUBLIC_URL}/`,
        whatFor: "The tab, for the people who use it",
      },
    ],
    outgoingAddresses: [
      {
        url: config.AAD_APP_OAUTH_AUTHORITY_HOST,
        whatFor: "Entra: tokens of the service account, the app and the bot",
      },
      {
        url: config.GRAPH_BASE_URL,
        whatFor: "Microsoft Graph: the service account's calendar",
      },
      {
        url:
          config.BOT_CHANNEL_OPENID_METADATA ??
          "https://login.botframework.com",
        whatFor: "Bot Framework: the keys that sign what Teams sends",
      },
      {
        url: "https://smba.trafficmanager.net",
        whatFor:
          "Bot Connector: cards and messages; Teams itself names the address, another one in national clouds",
      },
    ],
    grantScripts: {
      powerShell: scripts.grantPowerShell,
      cli: scripts.grantCli,
    },
    limitMailboxScript: scripts.limitMailbox,
    credentials: credentialsOf(config),
  };
}
