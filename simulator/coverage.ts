/** One endpoint of Microsoft's that the simulator answers. */
export interface CoveredEndpoint {
  service: "entra" | "graph" | "connector";
  method: string;
  /** As registered; Graph's without the version. */
  path: string;
  /** The test that shows it. */
  test: string;
  /** The documentation page that it follows, and what is not as there. */
  source: string;
}

const login = "login/login.test.ts";
const events = "graph/events.test.ts";
const eventChanges = "graph/event-changes.test.ts";
const subscriptions = "graph/subscriptions.test.ts";
const batch = "graph/batch-and-limits.test.ts";
const team = "graph/team-members.test.ts";
const onlineMeetings = "graph/online-meetings.test.ts";
const meetingOptions = "graph/meeting-options.test.ts";
const onlineMeetingsOfApp = "graph/online-meetings-of-app.test.ts";
const attendance = "graph/attendance.test.ts";
const attendanceOfApp = "graph/attendance-of-app.test.ts";
const directory = "graph/directory.test.ts";
const permissionGrants = "graph/permission-grants.test.ts";
const connector = "connector/connector.test.ts";
const messages = "connector/messages.test.ts";
const roster = "connector/roster.test.ts";

/** A test compares this list with the routes. Everything else answers 501 and says so. */
export const coverage: CoveredEndpoint[] = [
  {
    service: "entra",
    method: "GET",
    path: "/:tenantId/v2.0/.well-known/openid-configuration",
    test: login,
    source:
      "Entra: OpenID Connect on the Microsoft identity platform. The authorization endpoint is on plain http.",
  },
  {
    service: "entra",
    method: "GET",
    path: "/:tenantId/discovery/v2.0/keys",
    test: login,
    source: "Entra: access tokens, validate tokens, signing keys.",
  },
  {
    service: "entra",
    method: "POST",
    path: "/:tenantId/oauth2/v2.0/token",
    test: login,
    source:
      "Entra: OAuth 2.0 authorization code flow; client credentials flow; On-Behalf-Of flow (login/on-behalf-of.test.ts); Certificate credentials (login/client-assertion.test.ts); refusals by number (login/policies.test.ts).",
  },
  {
    service: "entra",
    method: "GET",
    path: "/:tenantId/oauth2/v2.0/authorize",
    test: login,
    source:
      "Entra: OAuth 2.0 authorization code flow; user and admin consent. No passwords and no session: each sign-in picks an account, and prompt=none answers login_required.",
  },
  {
    service: "entra",
    method: "GET",
    path: "/:tenantId/v2.0/adminconsent",
    test: "login/admin-consent.test.ts",
    source:
      "Entra: Admin consent on the Microsoft identity platform; Consent experience for applications. Wrong requests are told on a page, never by a redirect; the tenant is named by its id alone.",
  },
  {
    service: "graph",
    method: "GET",
    path: "/me",
    test: batch,
    source: "Graph: Get user.",
  },
  {
    service: "graph",
    method: "GET",
    path: "/me/calendar",
    test: batch,
    source: "Graph: Get calendar.",
  },
  {
    service: "graph",
    method: "POST",
    path: "/me/events",
    test: events,
    source:
      "Graph: Create event; event resource type. No recurrence and no attachments. The codes for an end before the start and for read-only properties are inferred.",
  },
  {
    service: "graph",
    method: "GET",
    path: "/me/events",
    test: events,
    source:
      "Graph: List events; Get singleValueLegacyExtendedProperty. The only filter is the one on an extended property; events that the person organizes, not those received.",
  },
  {
    service: "graph",
    method: "GET",
    path: "/me/events/:id",
    test: eventChanges,
    source: "Graph: Get event. Events that the person organizes.",
  },
  {
    service: "graph",
    method: "PATCH",
    path: "/me/events/:id",
    test: eventChanges,
    source:
      "Graph: Update event. Whoever is mailed beyond attendees-only changes is stricter than may be real: everybody, even if nothing differs.",
  },
  {
    service: "graph",
    method: "POST",
    path: "/me/events/:id/cancel",
    test: eventChanges,
    source: "Graph: event: cancel.",
  },
  {
    service: "graph",
    method: "DELETE",
    path: "/me/events/:id",
    test: eventChanges,
    source: "Graph: Delete event.",
  },
  {
    service: "graph",
    method: "POST",
    path: "/subscriptions",
    test: subscriptions,
    source:
      "Graph: Create subscription; Receive change notifications through webhooks. Events of the own mailbox only; plain http is accepted for loopback addresses, which Graph refuses.",
  },
  {
    service: "graph",
    method: "GET",
    path: "/subscriptions",
    test: subscriptions,
    source: "Graph: List subscriptions.",
  },
  {
    service: "graph",
    method: "GET",
    path: "/subscriptions/:id",
    test: subscriptions,
    source: "Graph: Get subscription.",
  },
  {
    service: "graph",
    method: "PATCH",
    path: "/subscriptions/:id",
    test: subscriptions,
    source: "Graph: Update subscription.",
  },
  {
    service: "graph",
    method: "DELETE",
    path: "/subscriptions/:id",
    test: subscriptions,
    source: "Graph: Delete subscription.",
  },
  {
    service: "graph",
    method: "POST",
    path: "/subscriptions/:id/reauthorize",
    test: subscriptions,
    source:
      "Graph: subscription: reauthorize; Reduce missing subscriptions and change notifications.",
  },
  {
    service: "graph",
    method: "GET",
    path: "/teams/:groupId/members",
    test: team,
    source:
      "Graph: List members of team; Teams: Resource-specific consent. Neither $filter nor $select.",
  },
  {
    service: "graph",
    method: "GET",
    path: "/me/onlineMeetings",
    test: onlineMeetings,
    source:
      "Graph: Get onlineMeeting, by joinWebUrl; issues on the documentation report that only the organizer finds a meeting so. No other filter. What an unknown link gives is inferred: a switch.",
  },
  {
    service: "graph",
    method: "GET",
    path: "/me/onlineMeetings/:meetingId",
    test: meetingOptions,
    source:
      "Graph: Get onlineMeeting. Whether attendees of the event are listed is inferred: a switch.",
  },
  {
    service: "graph",
    method: "PATCH",
    path: "/me/onlineMeetings/:meetingId",
    test: meetingOptions,
    source:
      "Graph: Update onlineMeeting, meetingParticipantInfo, lobbyBypassSettings; Teams: Add co-organizers to a meeting. Chat, presenters, lobby and attendees; the full list replaces the one before. Unknown people and too many co-organizers are inferred: switches.",
  },
  {
    service: "graph",
    method: "GET",
    path: "/users/:userId/onlineMeetings",
    test: onlineMeetingsOfApp,
    source:
      "Graph: Get onlineMeeting; Configure application access to online meetings or virtual events. For the app itself alone, and for the service account alone.",
  },
  {
    service: "graph",
    method: "GET",
    path: "/me/onlineMeetings/:meetingId/attendanceReports",
    test: attendance,
    source:
      "Graph: List meetingAttendanceReports; meetingAttendanceReport resource type; Online meeting artifacts and permissions. The newest 50, without records, for a year. No query options. What a channel's meeting gives: a switch, the error is inferred.",
  },
  {
    service: "graph",
    method: "GET",
    path: "/me/onlineMeetings/:meetingId/attendanceReports/:reportId",
    test: attendance,
    source:
      "Graph: Get meetingAttendanceReport. $expand=attendanceRecords alone; that long lists come in parts there, too, is inferred. Channel meetings are refused, by an inferred error.",
  },
  {
    service: "graph",
    method: "GET",
    path: "/me/onlineMeetings/:meetingId/attendanceReports/:reportId/attendanceRecords",
    test: attendance,
    source:
      "Graph: List attendanceRecords; attendanceRecord and attendanceInterval resource types; Paging Microsoft Graph data in your app. Pages, phone callers and people without an account are inferred: switches.",
  },
  {
    service: "graph",
    method: "GET",
    path: "/users/:userId/onlineMeetings/:meetingId/attendanceReports",
    test: attendanceOfApp,
    source:
      "Graph: List meetingAttendanceReports; meetingAttendanceReport resource type; Online meeting artifacts and permissions. The newest 50, without records, for a year. No query options. What a channel's meeting gives: a switch, the error is inferred. Configure application access to online meetings or virtual events.",
  },
  {
    service: "graph",
    method: "GET",
    path: "/users/:userId/onlineMeetings/:meetingId/attendanceReports/:reportId",
    test: attendanceOfApp,
    source:
      "Graph: Get meetingAttendanceReport. $expand=attendanceRecords alone; that long lists come in parts there, too, is inferred. Channel meetings are refused, by an inferred error. Configure application access to online meetings or virtual events.",
  },
  {
    service: "graph",
    method: "GET",
    path: "/users/:userId/onlineMeetings/:meetingId/attendanceReports/:reportId/attendanceRecords",
    test: attendanceOfApp,
    source:
      "Graph: List attendanceRecords; attendanceRecord and attendanceInterval resource types; Paging Microsoft Graph data in your app. Pages, phone callers and people without an account are inferred: switches. Configure application access to online meetings or virtual events.",
  },
  {
    service: "graph",
    method: "GET",
    path: "/servicePrincipals",
    test: directory,
    source:
      "Graph: List servicePrincipals. By appId alone; the app, its bot and Microsoft Graph.",
  },
  {
    service: "graph",
    method: "GET",
    path: "/:principal{servicePrincipals\\(appId='[^']+'\\)}",
    test: directory,
    source: "Graph: Get servicePrincipal, by its alternate key.",
  },
  {
    service: "graph",
    method: "GET",
    path: "/users/:user",
    test: directory,
    source:
      "Graph: Get user. That people without a role may read the directory is Entra's default.",
  },
  {
    service: "graph",
    method: "GET",
    path: "/servicePrincipals/:id/appRoleAssignments",
    test: directory,
    source:
      "Graph: List appRoleAssignments granted to a service principal. Without the time of the grant.",
  },
  {
    service: "graph",
    method: "POST",
    path: "/servicePrincipals/:id/appRoleAssignments",
    test: directory,
    source:
      "Graph: Grant an appRoleAssignment to a service principal. The page names no errors; those for a repeated and an unknown one are known.",
  },
  {
    service: "graph",
    method: "DELETE",
    path: "/servicePrincipals/:id/appRoleAssignments/:assignmentId",
    test: directory,
    source: "Graph: Delete an appRoleAssignment from a service principal.",
  },
  {
    service: "graph",
    method: "GET",
    path: "/oauth2PermissionGrants",
    test: permissionGrants,
    source:
      "Graph: List oauth2PermissionGrants; oAuth2PermissionGrant resource type, filters. At once, where Graph may lag behind; the form of the ids is seen in issues on the Azure CLI.",
  },
  {
    service: "graph",
    method: "POST",
    path: "/oauth2PermissionGrants",
    test: permissionGrants,
    source:
      "Graph: Create oAuth2PermissionGrant; Grant and revoke API permissions programmatically. For the app on Microsoft Graph alone. The refusal of a second one is second-hand.",
  },
  {
    service: "graph",
    method: "PATCH",
    path: "/oauth2PermissionGrants/:id",
    test: permissionGrants,
    source: "Graph: Update oAuth2PermissionGrant.",
  },
  {
    service: "graph",
    method: "DELETE",
    path: "/oauth2PermissionGrants/:id",
    test: permissionGrants,
    source: "Graph: Delete oAuth2PermissionGrant.",
  },
  {
    service: "graph",
    method: "POST",
    path: "/$batch",
    test: batch,
    source: "Graph: Combine multiple HTTP requests using JSON batching.",
  },
  {
    service: "connector",
    method: "GET",
    path: "/botframework/v1/.well-known/openidconfiguration",
    test: connector,
    source:
      "Bot Framework: Authentication with the Bot Connector API, Connector to bot.",
  },
  {
    service: "connector",
    method: "GET",
    path: "/botframework/v1/.well-known/keys",
    test: connector,
    source:
      "Bot Framework: Authentication with the Bot Connector API, Connector to bot.",
  },
  {
    service: "connector",
    method: "GET",
    path: "/connector/v3/conversations/:id/pagedmembers",
    test: roster,
    source:
      "Teams: Get Teams specific context for your bot, roster; Apps for shared and private channels: those of the channel alone.",
  },
  {
    service: "connector",
    method: "GET",
    path: "/connector/v3/conversations/:id/members/:memberId",
    test: connector,
    source: "Teams: Get Teams specific context for your bot, single member.",
  },
  {
    service: "connector",
    method: "GET",
    path: "/connector/v3/teams/:teamId",
    test: connector,
    source: "Teams: Get Teams specific context for your bot, team's details.",
  },
  {
    service: "connector",
    method: "GET",
    path: "/connector/v3/teams/:teamId/conversations",
    test: roster,
    source:
      "Teams: Get Teams specific context for your bot, channels in a team. Whether private channels are left out is not documented: a switch.",
  },
  {
    service: "connector",
    method: "POST",
    path: "/connector/v3/conversations",
    test: messages,
    source: "Bot Connector: Create Conversation; Teams: Proactive messages.",
  },
  {
    service: "connector",
    method: "POST",
    path: "/connector/v3/conversations/:id/activities",
    test: messages,
    source:
      "Bot Connector: Send to Conversation; Teams: Messages in bot conversations, Format your bot messages, Optimize your bot with rate limiting. Elements of cards are not checked.",
  },
  {
    service: "connector",
    method: "POST",
    path: "/connector/v3/conversations/:id/activities/:activityId",
    test: messages,
    source: "Bot Connector: Reply to Activity.",
  },
  {
    service: "connector",
    method: "PUT",
    path: "/connector/v3/conversations/:id/activities/:activityId",
    test: messages,
    source: "Bot Connector: Update Activity.",
  },
  {
    service: "connector",
    method: "DELETE",
    path: "/connector/v3/conversations/:id/activities/:activityId",
    test: messages,
    source: "Bot Connector: Delete Activity.",
  },
];
