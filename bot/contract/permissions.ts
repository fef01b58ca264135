/**
 * Every permission that the product uses, for people who have to answer for it. The tab shows the list,
 * docs/admin-guide.md repeats it (a test compares), and the backend asks for the delegated ones by it.
 */
export interface Permission {
  name: string;
  type:
    | "Graph, delegated"
    | "Graph, application"
    | "Scope of this app"
    | "Resource-specific, application"
    | "Bot Connector";
  whatFor: string;
  consent: string;
  /** Without it nothing can be sent; without another one something smaller is missing. */
  need: "required" | "recommended" | "optional";
}

const byTheAccount =
  "The service account itself, or an administrator for it alone";

/** What the service account is asked for when it is connected (Entra: "dynamic consent"). */
export const delegatedPermissions: readonly Permission[] = [
  {
    name: "Calendars.ReadWrite",
    type: "Graph, delegated",
    whatFor:
      "Create, read, change and cancel events on the service account's calendar; hear of answers",
    consent: byTheAccount,
    need: "required",
  },
  {
    name: "User.Read",
    type: "Graph, delegated",
    whatFor: "See which account has signed in",
    consent: byTheAccount,
    need: "required",
  },
  {
    name: "offline_access",
    type: "Graph, delegated",
    whatFor: "Go on without a new sign-in",
    consent: byTheAccount,
    need: "required",
  },
  {
    name: "Mail.Send",
    type: "Graph, delegated",
    whatFor:
      "Send reminders and follow-ups as the service account; not used yet",
    consent: byTheAccount,
    need: "recommended",
  },
  {
    name: "OnlineMeetings.ReadWrite",
    type: "Graph, delegated",
    whatFor:
      "Make leads co-organizers of the account's Teams meetings; set their lobby and chat",
    consent: byTheAccount,
    need: "recommended",
  },
  {
    name: "OnlineMeetings.Read",
    type: "Graph, delegated",
    whatFor: "Look up the account's Teams meetings",
    consent: byTheAccount,
    need: "recommended",
  },
  {
    name: "OnlineMeetingArtifact.Read.All",
    type: "Graph, delegated",
    whatFor: "Read attendance reports of the account's own Teams meetings",
    consent: byTheAccount,
    need: "recommended",
  },
];

/** What is granted elsewhere, or only where an organization chooses so. */
export const otherPermissions: readonly Permission[] = [
  {
    name: "access_as_user",
    type: "Scope of this app",
    whatFor: "Teams tells the app's backend who has opened the tab",
    consent: "None: the Teams clients are pre-authorized",
    need: "required",
  },
  {
    name: "Bot in a team",
    type: "Bot Connector",
    whatFor:
      "Name, channels and members of a team that has the app; post, change and delete its own cards",
    consent: "Whoever adds the app to the team",
    need: "required",
  },
  {
    name: "Bot in a private chat",
    type: "Bot Connector",
    whatFor:
      "Answer who asks; tell administrators when the connection breaks or is repaired",
    consent: "Whoever adds the app for themselves",
    need: "optional",
  },
  {
    name: "TeamMember.Read.Group",
    type: "Resource-specific, application",
    whatFor: "Read who owns the team, who then owns the group",
    consent: "Whoever adds the app to the team",
    need: "optional",
  },
  {
    name: "ChannelMember.Read.Group",
    type: "Resource-specific, application",
    whatFor: "Be told when the app is added to a private or shared channel",
    consent: "Whoever adds the app to the team",
    need: "optional",
  },
  {
    name: "OnlineMeetings.Read.All",
    type: "Graph, application",
    whatFor:
      "Only with attendance read by the app itself: look up the Teams meeting",
    consent: "An administrator, and a Teams application access policy",
    need: "optional",
  },
  {
    name: "OnlineMeetingArtifact.Read.All",
    type: "Graph, application",
    whatFor:
      "Only with attendance read by the app itself: read its attendance reports",
    consent: "An administrator, and a Teams application access policy",
    need: "optional",
  },
];
