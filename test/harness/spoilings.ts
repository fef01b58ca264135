import type { Settings } from "../../simulator/settings/settings.ts";
import { people, type World } from "./world.ts";

/** What spoils the connection, what an admin then reads, and what makes it well again. */
interface Spoiling {
  name: string;
  spoil: (world: World) => void;
  repair: (world: World) => void | Promise<unknown>;
  code: string;
  sentence: RegExp;
  cure: RegExp;
}

export const set = (settings: Partial<Settings>) => (world: World) =>
  void world.simulator.changeSettings(settings);
const connect = (world: World) => world.connectAccount();

export const spoilings: Spoiling[] = [
  {
    name: "a revoked sign-in",
    spoil: ({ simulator }) => simulator.revokeSessions(people.organizer),
    repair: connect,
    code: "signInRevoked",
    sentence: /password was reset, or an administrator revoked/,
    cure: /Connect again/,
  },
  {
    name: "a sign-in that was not used for 90 days",
    spoil: ({ simulator }) => simulator.expireRefreshTokens(people.organizer),
    repair: connect,
    code: "signInExpired",
    sentence: /has run out/,
    cure: /Connect again/,
  },
  {
    name: "withdrawn consent",
    spoil: ({ simulator }) => simulator.withdrawConsent(people.organizer),
    repair: connect,
    code: "consentWithdrawn",
    sentence: /permissions for ERG Events were taken away/,
    cure: /Grant them to the service account again/,
  },
  {
    name: "a policy that wants a second factor",
    spoil: set({
      conditionalAccess: "mfaRequired",
      conditionalAccessError: "interaction_required",
    }),
    repair: connect,
    code: "extraStepNeeded",
    sentence: /asks the service account for a further step/,
    cure: /take that step/,
  },
  {
    name: "a policy on sign-in frequency",
    spoil: set({ conditionalAccess: "signInFrequency" }),
    repair: set({ conditionalAccess: "none" }),
    code: "signInExpired",
    sentence: /a policy of your organization ends it sooner/,
    cure: /exempt the account/,
  },
  {
    name: "a policy that blocks",
    spoil: set({ conditionalAccess: "blocked" }),
    repair: set({ conditionalAccess: "none" }),
    code: "policyBlocks",
    sentence: /Conditional Access policy.*blocks/,
    cure: /Let the service account pass that policy/,
  },
  {
    name: "a blocked account",
    spoil: set({ serviceAccountEnabled: false }),
    repair: set({ serviceAccountEnabled: true }),
    code: "accountDisabled",
    sentence: /blocked in Entra/,
    cure: /Unblock it/,
  },
  {
    name: "an account that is not assigned to the app",
    spoil: set({ appAssignment: "missing" }),
    repair: set({ appAssignment: "assigned" }),
    code: "notAssigned",
    sentence: /not assigned to it/,
    cure: /Users and groups/,
  },
  {
    name: "an expired secret",
    spoil: set({ clientSecret: "expired" }),
    repair: set({ clientSecret: "valid" }),
    code: "appSecretExpired",
    sentence: /has expired/,
    cure: /makes a new one in Entra/,
  },
  {
    name: "a wrong secret",
    spoil: set({ clientSecret: "wrong" }),
    repair: set({ clientSecret: "valid" }),
    code: "appSecretRefused",
    sentence: /does not accept the app registration's secret/,
    cure: /the secret's value \(not its id\)/,
  },
  {
    name: "a switched-off app",
    spoil: set({ appEnabled: false }),
    repair: set({ appEnabled: true }),
    code: "appUnknown",
    sentence: /has been switched off/,
    cure: /enterprise application is enabled/,
  },
  {
    name: "a mailbox that is not enabled",
    spoil: set({
      serviceAccountMailbox: "missing",
      missingMailboxError: "MailboxNotEnabledForRESTAPI",
    }),
    repair: set({ serviceAccountMailbox: "ok" }),
    code: "mailboxMissing",
    sentence: /no usable mailbox/,
    cure: /licence with Exchange Online/,
  },
  {
    name: "a mailbox that cannot be discovered",
    spoil: set({
      serviceAccountMailbox: "missing",
      missingMailboxError: "ResourceNotFound",
    }),
    repair: set({ serviceAccountMailbox: "ok" }),
    code: "mailboxMissing",
    sentence: /no usable mailbox/,
    cure: /wait until its mailbox opens in Outlook/,
  },
  {
    name: "a mailbox whose error changes from call to call",
    spoil: set({
      serviceAccountMailbox: "missing",
      missingMailboxError: "alternating",
    }),
    repair: set({ serviceAccountMailbox: "ok" }),
    code: "mailboxMissing",
    sentence: /no usable mailbox/,
    cure: /choose Check again/,
  },
];
