import { deterministicGuid } from "../seed/deterministic-guid.ts";
import { openStore, type Store } from "../store/store.ts";

/** What one may say to the bot, as Teams suggests it (Teams: Bot command menus, the manifest's `commandLists`). */
interface BotCommand {
  title: string;
  description: string;
  /** Where it is suggested: in the chat with the bot, or to who mentions it in a channel. */
  scopes: readonly ("personal" | "team")[];
}

/** The product's registration in Entra ID and with the Bot Framework, and what Teams knows of its manifest. */
export interface AppRegistration {
  name: string;
  clientId: string;
  clientSecret: string;
  /** The Teams app id (the manifest's `id`). */
  teamsAppId: string;
  botId: string;
  botPassword: string;
  commands: readonly BotCommand[];
  /** The manifest's `configurableTabs[0]`. */
  configurableTab: {
    configurationUrl: string;
    canUpdateConfiguration: boolean;
  };
  /** Where the app's pages may be. */
  validDomains: readonly string[];
  redirectUris: string[];
  /** Delegated permissions of the registration's static list (the manifest's `requiredResourceAccess`). */
  requestedDelegatedPermissions: readonly string[];
  /** Application permissions of the static list; together they are what `.default` asks for. */
  readonly requestedApplicationPermissions: string[];
  /** Replaces the application permissions of the static list; kept over a restart. */
  requestApplicationPermissions(names: string[]): void;
  /** Application permissions that an admin has granted in the tenant; kept over a restart. */
  readonly applicationPermissions: string[];
  grantApplicationPermissions(names: string[]): void;
  withdrawApplicationPermission(name: string): void;
  /** The registered certificates as PEM; kept over a restart. */
  readonly certificates: string[];
  registerCertificate(pem: string): void;
}

const commands: readonly BotCommand[] = [
  {
    title: "upcoming events",
    description: "What is on, soonest first",
    scopes: ["personal", "team"],
  },
  {
    title: "my answers",
    description: "What you have said to your invitations",
    scopes: ["personal"],
  },
  {
    title: "tally",
    description:
      "Who is coming, in numbers: to the next event, or to the one whose title you add",
    scopes: ["personal", "team"],
  },
  {
    title: "help",
    description: "What you can ask",
    scopes: ["personal", "team"],
  },
];

/**
 * The secrets open nothing but a simulator: they are fixed so that a restart keeps working. What
 * has been changed about the registration since is read from the store.
 */
export function registerApp(
  publicUrl: string,
  store: Store = openStore(),
): AppRegistration {
  const permissions = store.table<string[]>("applicationPermissions");
  const keys = store.table<string[]>("keyCredentials");
  const certificates = () => keys.get("certificates") ?? [];
  const listed = () => permissions.get("requested") ?? [];
  const granted = () => permissions.get("granted") ?? [];
  return {
    name: "ERG Events",
    clientId: deterministicGuid("app:client"),
    clientSecret: "simulated-client-secret",
    teamsAppId: deterministicGuid("app:teams"),
    botId: deterministicGuid("app:bot"),
    botPassword: "simulated-bot-password",
    commands,
    configurableTab: {
      configurationUrl: `${publicUrl}/channel-tab`,
      canUpdateConfiguration: true,
    },
    validDomains: [new URL(publicUrl).host],
    redirectUris: [
      `${publicUrl}/auth/callback`,
      `${publicUrl}/auth/admin-consent`,
    ],
    requestedDelegatedPermissions: ["User.Read"],
    get requestedApplicationPermissions() {
      return listed();
    },
    requestApplicationPermissions: (names) =>
      permissions.put("requested", [...new Set(names)]),
    get applicationPermissions() {
      return granted();
    },
    grantApplicationPermissions: (names) =>
      permissions.put("granted", [...new Set([...granted(), ...names])]),
    withdrawApplicationPermission: (name) =>
      permissions.put(
        "granted",
        granted().filter((held) => held !== name),
      ),
    get certificates() {
      return certificates();
    },
    registerCertificate: (pem) =>
      keys.put("certificates", [...new Set([...certificates(), pem])]),
  };
}
