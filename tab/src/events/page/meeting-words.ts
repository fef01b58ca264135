import type { MeetingForLeads } from "../../../../bot/contract/events.ts";

/** Who can run the meeting, in one sentence. */
export function runSentence(canRun: readonly string[]): string | null {
  const [first, second] = canRun;
  if (first === undefined) return null;
  const who =
    second === undefined
      ? first
      : canRun.length === 2
        ? `${first} and ${second}`
        : `${first} and ${canRun.length - 1} others`;
  return `${who} can admit people, present and end the meeting.`;
}

/** Who waits in the lobby, and whether there is a chat; null before Teams has confirmed it. */
export function receptionSentence({
  lobby,
  chat,
}: Pick<MeetingForLeads, "lobby" | "chat">): string | null {
  if (lobby === null || chat === null) return null;
  const door = {
    company:
      "Everybody in your organization goes straight in; guests and others wait until somebody admits them.",
    invited:
      "Only people who are invited go straight in; everybody else waits until somebody admits them.",
  }[lobby];
  return `${door} The meeting’s chat is ${chat ? "on" : "off"}.`;
}

/** Where the setting up stands; null when it is done. */
export function meetingStandSentence({
  state,
  problem,
}: Pick<MeetingForLeads, "state" | "problem">): string | null {
  if (state === "ready") return null;
  const stand =
    state === "settingUp"
      ? "The meeting is being set up for the group’s leads."
      : "The meeting could not be set up for the group’s leads.";
  return problem === null ? stand : `${stand} ${problem}`;
}

export function leftOutSentence(leftOut: readonly string[]): string | null {
  return leftOut.length === 0
    ? null
    : `Teams takes at most 10 people for this. Without the role: ${leftOut.join(", ")}.`;
}

/** What Teams shows whatever is set. */
export const confidentialMeetingSentence =
  "In the meeting itself Teams shows everybody who else is there, by name. ERG Events cannot hide that.";
