import type { AttendeeAnswer, MailAnswer } from "../api/mailbox-shapes.ts";

/** The three buttons of an invitation, as Outlook names them. */
export const answerButtons: readonly {
  answer: MailAnswer;
  label: "Accept" | "Tentative" | "Decline";
}[] = [
  { answer: "accepted", label: "Accept" },
  { answer: "tentativelyAccepted", label: "Tentative" },
  { answer: "declined", label: "Decline" },
];

export function ownAnswerSentence(answer: AttendeeAnswer): string {
  switch (answer) {
    case "accepted":
      return "You accepted.";
    case "tentativelyAccepted":
      return "You answered tentatively.";
    case "declined":
      return "You declined.";
    case "organizer":
      return "You organize this event.";
    case "none":
    case "notResponded":
      return "You have not answered yet.";
  }
}

export function answerWord(answer: AttendeeAnswer): string {
  switch (answer) {
    case "accepted":
      return "Accepted";
    case "tentativelyAccepted":
      return "Tentative";
    case "declined":
      return "Declined";
    case "organizer":
      return "Organizer";
    case "none":
    case "notResponded":
      return "No answer";
  }
}

/** "2 accepted, 1 tentative, 0 declined, 9 have not answered". */
export function trackingSentence(answers: readonly AttendeeAnswer[]): string {
  const count = (...wanted: AttendeeAnswer[]) =>
    String(answers.filter((answer) => wanted.includes(answer)).length);
  return [
    `${count("accepted")} accepted`,
    `${count("tentativelyAccepted")} tentative`,
    `${count("declined")} declined`,
    `${count("none", "notResponded")} have not answered`,
  ].join(", ");
}
