import type { SettingName } from "./settings.ts";

export interface SettingDefinition {
  name: SettingName;
  description: string;
  /** What it can be; `"number"` for any positive whole number. */
  values: (string | number | boolean)[] | "number";
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
    description: "Which error a missing mailbox gives.",
    values: ["MailboxNotEnabledForRESTAPI", "ResourceNotFound"],
    byDefault: "MailboxNotEnabledForRESTAPI",
    source: "Second-hand: both are reported, and that they alternate.",
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
];
