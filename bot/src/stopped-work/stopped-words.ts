import type { JobName } from "../jobs/job-catalog.ts";
import type { StoppedReason } from "../jobs/stopped-reason.ts";

interface JobWords {
  what: (subject: string) => string;
  /** Whether forgetting it costs nothing that anybody would miss, or what a later run brings anyway. */
  forget: boolean;
}

/** What each kind of job does, in words for admins. The subject is an event or a group, as far as they may know it. */
export const jobWords: Record<JobName, JobWords> = {
  "events.publish": {
    what: (event) => `Invitations of ${event}`,
    forget: false,
  },
  "events.publish-pending": {
    what: () => "The search for events that Outlook does not show yet",
    forget: true,
  },
  "events.cancel-late": {
    what: (event) => `The cancellation of late invitations to ${event}`,
    forget: false,
  },
  "events.apply-held": {
    what: (event) => `What was to go out of ${event}`,
    forget: false,
  },
  "events.apply-held-due": {
    what: () => "The search for what is to go out now",
    forget: true,
  },
  "responses.read": {
    what: (event) => `Answers to ${event}`,
    forget: false,
  },
  "responses.catch-up": {
    what: () => "Answers that were given while nobody listened",
    forget: false,
  },
  "responses.note-alive": {
    what: () => "The note that ERG Events runs",
    forget: true,
  },
  "subscriptions.ensure": {
    what: () => "Outlook’s reports of answers",
    forget: false,
  },
  "subscriptions.reauthorize": {
    what: () => "Outlook’s reports of answers, which Microsoft has paused",
    forget: false,
  },
  "subscriptions.renew-due": {
    what: () => "The renewal of Outlook’s reports of answers",
    forget: true,
  },
  "accounts.check": {
    what: () => "The check of the service account",
    forget: false,
  },
  "accounts.check-due": {
    what: () => "The regular checks of the service account",
    forget: true,
  },
  "accounts.tell-admins": {
    what: () => "Messages of the bot to administrators",
    forget: true,
  },
  "accounts.end-sign-ins": {
    what: () => "The clearing of sign-ins that nobody finished",
    forget: true,
  },
  "meetings.configure": {
    what: (event) => `Who can run the Teams meeting of ${event}`,
    forget: false,
  },
  "meetings.configure-due": {
    what: () => "The search for Teams meetings that are not set up",
    forget: true,
  },
  "attendance.read": {
    what: (event) => `Who came to ${event}`,
    forget: false,
  },
  "attendance.read-due": {
    what: () => "The search for attendance that can be read now",
    forget: true,
  },
  "attendance.count-due": {
    what: () => "The count of who came to events of before",
    forget: true,
  },
  "cards.publish": { what: (event) => `The card of ${event}`, forget: false },
  "cards.publish-due": {
    what: () => "The search for cards that are out of date",
    forget: true,
  },
  "cards.remove-copy": {
    what: (event) => `A second message with the card of ${event}`,
    forget: true,
  },
  "attendance.thank": {
    what: (event) => `The thank-you in a channel of ${event}`,
    forget: true,
  },
  "groups.sync": {
    what: (group) => `Members and channels of ${group}`,
    forget: true,
  },
  "groups.sync-all": {
    what: () => "The regular reading of members and channels",
    forget: true,
  },
  "groups.invite-late-joiners": {
    what: (group) => `The invitations for who has joined ${group}`,
    forget: true,
  },
  "groups.welcome": {
    what: (group) => `The greeting of ${group}`,
    forget: true,
  },
};

/** Why it stopped, in sentences that say what to do. */
export const reasonWords: Record<StoppedReason, string> = {
  processEnded:
    "ERG Events itself ended each time it worked on this, so it does not begin again by itself. Let whoever runs it look at the log first.",
  tookTooLong:
    "It did not come to an end within ten minutes, so it does not begin again by itself.",
  unreadable:
    "ERG Events cannot read what this job is about. It may come from another version.",
  outlook:
    "Outlook did not do it, however often it was asked. Look at Microsoft Calendar in Settings, then try again.",
  teams: "Teams did not do it, however often it was asked.",
  signIn:
    "The service account’s sign-in did not work. Look at Microsoft Calendar in Settings, then try again.",
  database: "The database did not do it, however often it was asked.",
  unexpected:
    "Something went wrong in ERG Events itself. Whoever runs it finds more in the log.",
};

/** What an event is called for admins, who need not know of confidential ones. Pure. */
export function eventWords(
  event: { title: string; groupName: string; hidden: boolean } | null,
): string {
  if (!event) return "an event that is no longer there";
  return event.hidden
    ? "an event of a confidential group"
    : `“${event.title}” (${event.groupName})`;
}

/** Pure. */
export function groupWords(
  group: { name: string; hidden: boolean } | null,
): string {
  if (!group) return "a group that is no longer there";
  return group.hidden ? "a confidential group" : `“${group.name}”`;
}
