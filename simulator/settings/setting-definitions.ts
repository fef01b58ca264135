import { attendanceSettingDefinitions } from "./attendance-setting-definitions.ts";
import type { SettingName } from "./settings.ts";
import { signInSettingDefinitions } from "./sign-in-setting-definitions.ts";

export interface SettingDefinition {
  name: SettingName;
  description: string;
  /** What it can be; `"number"` for any positive whole number, `"integer"` for any whole number. */
  values: (string | number | boolean)[] | "number" | "integer";
  byDefault: string | number | boolean;
  /** Where the behaviour is known from, and how surely. */
  source: string;
}

const yesNo = [true, false];

/** What differs between tenants, is seen in more than one form, or is not documented at all. */
export const settingDefinitions: SettingDefinition[] = [
  {
    name: "duplicateTransactionId",
    description:
      "How a second event with the same transactionId is answered: 400 or 409 ErrorDuplicateTransactionId, or 201 with the first event.",
    values: ["400", "409", "sameEvent"],
    byDefault: "409",
    source:
      "Graph: event resource, transactionId, promises only that no second event is made; both codes are reported by other people's programs.",
  },
  {
    name: "moveResetsResponses",
    description:
      "A new start or end sets every attendee's response back to none.",
    values: yesNo,
    byDefault: true,
    source:
      "Outlook's known behaviour; Graph: Update event does not mention it.",
  },
  {
    name: "allDayTimes",
    description:
      "How the start and end of an all-day event are told: as midnights of UTC whatever the event's zone, or as the instants of the zone's midnights.",
    values: ["midnightUtc", "instants"],
    byDefault: "midnightUtc",
    source:
      "A Microsoft engineer in the issues of microsoft-graph-docs (1802): all-day events always return midnight to midnight, by design. Graph: event resource type does not say so.",
  },
  {
    name: "cancelledEventStays",
    description:
      "An event that its organizer cancels or deletes stays on the organizer's calendar with isCancelled true, instead of leaving it.",
    values: yesNo,
    byDefault: false,
    source:
      "Inferred: Graph's event resource has isCancelled, and event: cancel says that the event is moved to the Deleted Items folder.",
  },
  {
    name: "cancelledEventIsRead",
    description:
      "An event that left the organizer's calendar is still found by its immutable id, with nothing to tell that it was cancelled; cancelling it once more mails everybody once more.",
    values: yesNo,
    byDefault: false,
    source:
      "Inferred: event: cancel moves the event to the Deleted Items folder, and an immutable id outlives a move between folders (Obtain immutable identifiers for Outlook resources). Second-hand: GET event answers 404 after cancel, by an id that is not immutable.",
  },
  {
    name: "organizerSetsStatus",
    description:
      "What happens to a status that the organizer sends for an attendee: it is ignored, or the request is refused.",
    values: ["ignored", "refused"],
    byDefault: "ignored",
    source: "Second-hand; no documentation page says either.",
  },
  {
    name: "personalChangesMailAttendees",
    description:
      "A change of properties that only the organizer sees (reminder, category, showAs, extended properties) mails every attendee too.",
    values: yesNo,
    byDefault: true,
    source:
      "Graph: Update event says that updates of other properties than attendees go to all; whether these are meant is inferred.",
  },
  {
    name: "listMembersGetRows",
    description:
      "A member of an invited distribution list who answers gets a row of their own in the organizer's attendees.",
    values: yesNo,
    byDefault: true,
    source: "Exchange's known behaviour; not documented for Graph.",
  },
  {
    name: "notificationsPerAnswer",
    description:
      "How many `updated` notifications one attendee's answer causes.",
    values: [1, 2],
    byDefault: 1,
    source: "Inferred: the organizer's item may be saved more than once.",
  },
  {
    name: "duplicateSubscription",
    description:
      "Whether a second subscription to the same resource and change type is refused with 409.",
    values: ["409", "created"],
    byDefault: "409",
    source: "Second-hand: reported in issues on Microsoft Graph.",
  },
  {
    name: "serviceAccountTeamsLicense",
    description:
      "Without a Teams licence an online meeting is not created: the answer is 201 with isOnlineMeeting false and provider unknown.",
    values: yesNo,
    byDefault: true,
    source: "Second-hand: reported in questions to Microsoft.",
  },
  {
    name: "serviceAccountMailbox",
    description: "Whether the service account has an Exchange Online mailbox.",
    values: ["ok", "missing"],
    byDefault: "ok",
    source: "Graph: errors of accounts without a licence for Exchange Online.",
  },
  {
    name: "missingMailboxError",
    description:
      "Which error a missing mailbox gives; or the first two in turn, one call after another.",
    values: [
      "MailboxNotEnabledForRESTAPI",
      "ResourceNotFound",
      "MailboxNotSupportedForRESTAPI",
      "alternating",
    ],
    byDefault: "MailboxNotEnabledForRESTAPI",
    source:
      "Second-hand: the first two are reported, and that they alternate; other people's programs know the third, with an older sentence.",
  },
  {
    name: "adminApprovalRequired",
    description:
      "Only an admin can consent to Exchange and Teams permissions; everybody else meets the page “Need admin approval”.",
    values: yesNo,
    byDefault: false,
    source:
      "Entra: Manage app consent policies; Microsoft's managed default since November 2025.",
  },
  ...signInSettingDefinitions,
  {
    name: "pkceRequired",
    description:
      "The authorization endpoint refuses requests without a code challenge.",
    values: yesNo,
    byDefault: true,
    source:
      "Stricter than Entra, which requires PKCE of single-page apps only.",
  },
  {
    name: "ssoAudience",
    description:
      "The audience of the token that Teams gives to a tab: the client id, or the application ID URI.",
    values: ["clientId", "applicationIdUri"],
    byDefault: "clientId",
    source:
      "Teams: Enable SSO for tab app; the client id for access token version 2, the URI for version 1.",
  },
  {
    name: "maxAttendees",
    description: "Most attendees that an event may have.",
    values: "number",
    byDefault: 500,
    source:
      "Graph: event resource, 500; Microsoft's staff has named 5,000 for Exchange itself.",
  },
  {
    name: "mailboxConcurrency",
    description: "Most requests at one time for each app and mailbox.",
    values: "number",
    byDefault: 4,
    source: "Graph: service-specific throttling limits, Outlook.",
  },
  {
    name: "requestsPer10Minutes",
    description: "Most requests in ten minutes for each app and mailbox.",
    values: "number",
    byDefault: 10_000,
    source: "Graph: service-specific throttling limits, Outlook.",
  },
  {
    name: "recipientsPerDay",
    description:
      "Most recipients that a mailbox may mail in a day; beyond it sending is refused with ErrorExceededMessageLimit.",
    values: "number",
    byDefault: 10_000,
    source:
      "Exchange Online limits: recipient rate limit; the code is second-hand.",
  },
  {
    name: "recipientLimitStatus",
    description: "The status with which sending beyond the limit is refused.",
    values: [400, 429],
    byDefault: 400,
    source: "Second-hand: both are reported for ErrorExceededMessageLimit.",
  },
  {
    name: "messageRate",
    description:
      "Whether a mailbox sends 30 messages a minute at most; those beyond arrive one by one in the following minutes.",
    values: ["unlimited", "30PerMinute"],
    byDefault: "unlimited",
    source: "Exchange Online limits: message rate limit.",
  },
  {
    name: "rscGranted",
    description:
      "Whether the app's resource-specific permissions hold in the teams that have it, so that it may read who owns them.",
    values: yesNo,
    byDefault: true,
    source:
      "Teams: Resource-specific consent; an admin can switch it off for the tenant.",
  },
  {
    name: "meetingAttendees",
    description:
      "Whom Graph lists as attendees of an event's Teams meeting until somebody sets them: nobody, or those whom the event invites.",
    values: ["none", "invited"],
    byDefault: "none",
    source:
      "Inferred: Get onlineMeeting shows meetings without attendees; people who report on Update onlineMeeting read attendees of an event's meeting there.",
  },
  {
    name: "unknownParticipant",
    description:
      "What becomes of an attendee of a Teams meeting whom the directory does not know: stored as sent, or the whole change is refused.",
    values: ["stored", "refused"],
    byDefault: "stored",
    source:
      "Second-hand: others report that attendees are stored as they are sent; Update onlineMeeting names no error.",
  },
  {
    name: "maxCoorganizers",
    description:
      "How many co-organizers a Teams meeting takes; a change with more is refused.",
    values: "number",
    byDefault: 10,
    source:
      "Teams: Add co-organizers to a meeting, up to 10; that Graph refuses more is inferred.",
  },
  {
    name: "unknownJoinUrl",
    description:
      "What looking up an online meeting by a link that belongs to none gives: 404, or an empty list.",
    values: ["notFound", "emptyList"],
    byDefault: "notFound",
    source:
      "Inferred: Get onlineMeeting promises a list of exactly one and names no error.",
  },
  ...attendanceSettingDefinitions,
  {
    name: "botDisabledByAdmin",
    description:
      "Everything that the bot asks of Teams is refused with 403 BotDisabledByAdmin.",
    values: yesNo,
    byDefault: false,
    source: "Teams: Messages in bot conversations, status codes.",
  },
  {
    name: "blockedBotError",
    description:
      "How a message to somebody who has blocked the bot is refused.",
    values: ["ConversationBlockedByUser", "MessageWritesBlocked"],
    byDefault: "ConversationBlockedByUser",
    source:
      "Teams: Messages in bot conversations has the one; Send proactive messages shows the other, in another form.",
  },
  {
    name: "unreachablePersonError",
    description:
      "How a chat with somebody is refused who neither has the app nor is in a team that has it.",
    values: ["BotNotInConversationRoster", "ForbiddenOperationException"],
    byDefault: "ForbiddenOperationException",
    source:
      "Teams: Messages in bot conversations, status codes; older programs meet the other code.",
  },
  {
    name: "eventTeamDetails",
    description:
      "Whether events in a team name it by its id alone, or with its name and its group. Installing and renaming always tell the name.",
    values: ["id", "full"],
    byDefault: "id",
    source:
      "Teams: Conversation events in your bot shows the id alone; real events are seen with all of it.",
  },
  {
    name: "channelAppEvents",
    description:
      "What the bot hears when the app is added to a private or shared channel, or removed from it.",
    values: ["channelMemberAdded", "none"],
    byDefault: "channelMemberAdded",
    source:
      "Teams: Apps for shared and private channels; without the permission ChannelMember.Read.Group nothing is told.",
  },
  {
    name: "listedChannels",
    description:
      "Which channels a bot is shown when it lists those of a team: the standard ones, or also the private and shared ones that have the app.",
    values: ["standard", "withApp"],
    byDefault: "standard",
    source:
      "Inferred: the list is older than apps in private and shared channels; no page says either.",
  },
  {
    name: "textWithCard",
    description:
      "What becomes of a message with text and a card: two messages, whose ids the bot is not told, or one.",
    values: ["split", "together"],
    byDefault: "split",
    source:
      "Teams: Messages in bot conversations, message splitting; in many clients it is one today.",
  },
  {
    name: "longRefreshList",
    description:
      "What happens to a card that names more than 60 people in refresh.userIds: it is refused, or not refreshed by itself.",
    values: ["refused", "ignored"],
    byDefault: "refused",
    source:
      "Teams: Work with Universal Actions for Adaptive Cards: 60 at most; what happens beyond is inferred.",
  },
  {
    name: "peoplePickerEmail",
    description:
      "What the people picker of Teams tells an app as somebody's address: the mail address, the sign-in name, or nothing.",
    values: ["mail", "userPrincipalName", "missing"],
    byDefault: "mail",
    source:
      "teams-js: PeoplePickerResult, email, optional: email of the selected user. Whether it is the mail address or the sign-in name where these differ is not documented.",
  },
  {
    name: "connectorRateLimits",
    description:
      "Whether the Bot Connector's limits of requests by conversation and tenant hold.",
    values: yesNo,
    byDefault: true,
    source:
      "Teams: Optimize your bot with rate limiting; the page calls its figures an estimation.",
  },
  {
    name: "connectorRequestsPerSecond",
    description: "Most requests in a second by app and tenant.",
    values: "number",
    byDefault: 50,
    source: "Teams: Optimize your bot with rate limiting; older pages say 30.",
  },
];
