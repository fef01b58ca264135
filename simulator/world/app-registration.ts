import { deterministicGuid } from "../seed/deterministic-guid.ts";

/** The product's registration in Entra ID and with the Bot Framework. */
export interface AppRegistration {
  name: string;
  clientId: string;
  clientSecret: string;
  /** The Teams app id (the manifest's `id`). */
  teamsAppId: string;
  botId: string;
  botPassword: string;
  redirectUris: string[];
  /** Application permissions that an admin has granted in the tenant. */
  applicationPermissions: string[];
}

/** The secrets open nothing but a simulator: they are fixed so that a restart keeps working. */
export function registerApp(publicUrl: string): AppRegistration {
  return {
    name: "ERG Events",
    clientId: deterministicGuid("app:client"),
    clientSecret: "simulated-client-secret",
    teamsAppId: deterministicGuid("app:teams"),
    botId: deterministicGuid("app:bot"),
    botPassword: "simulated-bot-password",
    redirectUris: [`${publicUrl}/auth/callback`],
    applicationPermissions: [],
  };
}
