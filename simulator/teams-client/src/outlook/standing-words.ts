import type { MailboxEvent } from "../api/mailbox-shapes.ts";

type Standing = NonNullable<MailboxEvent["inMeeting"]>;

/** Who the reader is in the meeting, as its pages in Teams show it. */
export function standingSentence(standing: Standing): string {
  const role = {
    organizer: "You are the organizer.",
    coorganizer:
      "You are a co-organizer: you can admit people, present and end the meeting.",
    presenter: "You are a presenter.",
    attendee: "You are an attendee.",
  }[standing.role];
  const lobby = standing.waitsInLobby
    ? "You wait in the lobby until somebody admits you."
    : "You go straight in.";
  const chat = {
    enabled: "",
    disabled: " The meeting's chat is off.",
    limited: " The meeting's chat is open during the meeting only.",
  }[standing.chat];
  return `${role} ${lobby}${chat}`;
}
