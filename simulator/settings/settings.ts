import { z } from "zod";
import type { Store } from "../store/store.ts";
import { attendanceSettings } from "./attendance-settings.ts";
import { settingDefinitions } from "./setting-definitions.ts";
import { signInSettings } from "./sign-in-settings.ts";

export const settingsSchema = z.strictObject({
  duplicateTransactionId: z.enum(["400", "409", "sameEvent"]),
  moveResetsResponses: z.boolean(),
  allDayTimes: z.enum(["midnightUtc", "instants"]),
  cancelledEventStays: z.boolean(),
  cancelledEventIsRead: z.boolean(),
  organizerSetsStatus: z.enum(["ignored", "refused"]),
  personalChangesMailAttendees: z.boolean(),
  listMembersGetRows: z.boolean(),
  notificationsPerAnswer: z.literal([1, 2]),
  duplicateSubscription: z.enum(["409", "created"]),
  serviceAccountTeamsLicense: z.boolean(),
  serviceAccountMailbox: z.enum(["ok", "missing"]),
  missingMailboxError: z.enum([
    "MailboxNotEnabledForRESTAPI",
    "ResourceNotFound",
    "MailboxNotSupportedForRESTAPI",
    "alternating",
  ]),
  adminApprovalRequired: z.boolean(),
  pkceRequired: z.boolean(),
  ssoAudience: z.enum(["clientId", "applicationIdUri"]),
  maxAttendees: z.int().positive(),
  mailboxConcurrency: z.int().positive(),
  requestsPer10Minutes: z.int().positive(),
  recipientsPerDay: z.int().positive(),
  recipientLimitStatus: z.literal([400, 429]),
  messageRate: z.enum(["unlimited", "30PerMinute"]),
  rscGranted: z.boolean(),
  meetingAttendees: z.enum(["none", "invited"]),
  unknownParticipant: z.enum(["stored", "refused"]),
  maxCoorganizers: z.int().positive(),
  unknownJoinUrl: z.enum(["notFound", "emptyList"]),
  botDisabledByAdmin: z.boolean(),
  blockedBotError: z.enum([
    "ConversationBlockedByUser",
    "MessageWritesBlocked",
  ]),
  unreachablePersonError: z.enum([
    "BotNotInConversationRoster",
    "ForbiddenOperationException",
  ]),
  eventTeamDetails: z.enum(["id", "full"]),
  channelAppEvents: z.enum(["channelMemberAdded", "none"]),
  listedChannels: z.enum(["standard", "withApp"]),
  textWithCard: z.enum(["split", "together"]),
  longRefreshList: z.enum(["refused", "ignored"]),
  peoplePickerEmail: z.enum(["mail", "userPrincipalName", "missing"]),
  connectorRateLimits: z.boolean(),
  connectorRequestsPerSecond: z.int().positive(),
  ...attendanceSettings,
  ...signInSettings,
});
export type Settings = z.infer<typeof settingsSchema>;
export type SettingName = keyof Settings;

export interface SettingsDesk {
  current(): Settings;
  change(wanted: Partial<Settings>): Settings;
  /** When the policy that is `pending` is effective; null: nobody said so. */
  accessPolicyFrom(): string | null;
  setAccessPolicyFrom(instant: string): void;
}

/** The switches; a change is kept over a restart. */
export function settingsDesk(store: Store): SettingsDesk {
  const table = store.table<Partial<Settings>>("settings");
  const moments = store.table<string>("settingMoments");
  const defaults = defaultSettings();
  // Read with every look at the clock: put together once for each change.
  let known: { from: Partial<Settings> | undefined; settings: Settings } = {
    from: undefined,
    settings: defaults,
  };
  const current = (): Settings => {
    const from = table.get("all");
    if (known.from !== from) {
      known = { from, settings: { ...defaults, ...from } };
    }
    return known.settings;
  };
  return {
    current,
    change(wanted) {
      const changed = settingsSchema.parse({ ...current(), ...wanted });
      table.put("all", changed);
      if (wanted.applicationAccessPolicy !== undefined)
        moments.delete("accessPolicyFrom");
      return changed;
    },
    accessPolicyFrom: () => moments.get("accessPolicyFrom") ?? null,
    setAccessPolicyFrom: (instant) => moments.put("accessPolicyFrom", instant),
  };
}

export function defaultSettings(): Settings {
  const entries = settingDefinitions.map(({ name, byDefault }) => [
    name,
    byDefault,
  ]);
  return settingsSchema.parse(Object.fromEntries(entries));
}
