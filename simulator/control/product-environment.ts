import type { Simulation } from "../simulation.ts";
import { connectorIssuer } from "../connector/openid-metadata.ts";
import { connectorAudience } from "../login/tokens.ts";
import { outlookWebPath } from "./outlook-web-route.ts";

/** The configuration by which the product works on the simulator: addresses and names, no switch. */
export function productEnvironment(
  simulation: Simulation,
): Record<string, string> {
  const { app, addresses, directory } = simulation;
  const { tlsUrl, pagesUrl, graphBaseUrl } = addresses;
  const tenantId = directory.tenant.id;
  return {
    BOT_ID: app.botId,
    BOT_PASSWORD: app.botPassword,
    BOT_TENANT_ID: tenantId,
    AAD_APP_CLIENT_ID: app.clientId,
    AAD_APP_CLIENT_SECRET: app.clientSecret,
    AAD_APP_TENANT_ID: tenantId,
    AAD_APP_OAUTH_AUTHORITY_HOST: tlsUrl,
    GRAPH_BASE_URL: graphBaseUrl,
    // A single-tenant bot signs in to its own tenant.
    BOT_CHANNEL_LOGIN_URL: `${tlsUrl}/${tenantId}`,
    BOT_CHANNEL_OAUTH_SCOPE: connectorAudience,
    BOT_CHANNEL_OPENID_METADATA: `${tlsUrl}/botframework/v1/.well-known/openidconfiguration`,
    BOT_CHANNEL_TOKEN_ISSUER: connectorIssuer,
    // Where "open in Outlook" leads: Outlook on the web, or what stands in for it.
    OUTLOOK_WEB_URL: `${pagesUrl}${outlookWebPath}`,
    // Links of cards lead into the app's tab by its id in Teams.
    TEAMS_APP_ID: app.teamsAppId,
    SERVICE_ACCOUNT_UPN: directory.serviceAccount?.upn ?? "",
    ADMIN_USERS: "",
    TEAMS_MESSAGE_ORIGINS: pagesUrl,
    FRAME_ANCESTORS: pagesUrl,
  };
}
