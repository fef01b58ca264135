import type {
  Answer,
  GivenAnswer,
  Tally,
} from "../../../bot/contract/answer.ts";
import type { ShownTally } from "../../../bot/contract/guarded-tally.ts";
import { everybody, invitedByName } from "./list-words.ts";

/** The answers that a person can give, in the order of the buttons. */
export const givenAnswers: { answer: GivenAnswer; label: string }[] = [
  { answer: "accepted", label: "Going" },
  { answer: "tentative", label: "Maybe" },
  { answer: "declined", label: "Can't go" },
];

export function answerLabel(answer: Answer): string {
  const given = givenAnswers.find((one) => one.answer === answer);
  return given?.label ?? "Not answered";
}

/** Where an answer was given. */
export const answerPlaces = {
  outlook: "in Outlook",
  tab: "in Teams",
  card: "on the card",
};

/** The reader's own answer as a whole sentence; null: the event is open and the reader is not invited. */
export function myAnswerSentence(answer: Answer | null): string {
  if (answer === null) {
    return "You are not invited yet; answering adds you and Outlook sends you the invitation.";
  }
  if (answer === "accepted") return "You are going.";
  if (answer === "tentative") return "You may be going.";
  if (answer === "declined") return "You can't go.";
  return "You have not answered yet.";
}

/** `You had accepted the earlier time.`: what became of an answer when the event was moved. */
export const earlierAnswerSentences: Record<GivenAnswer, string> = {
  accepted: "You had accepted the earlier time.",
  tentative: "You had answered “maybe” to the earlier time.",
  declined: "You had declined the earlier time.",
};

/** Whether the answers are told apart: of few people they are not, but to leads. */
export function isBrokenDown(tally: ShownTally): tally is Tally {
  return "accepted" in tally;
}

/**
 * `2 going, 1 maybe, 0 can't go, 9 not answered, of 12`. Of a mailing list it is not known who has not answered:
 * `38 going, 0 maybe, 4 can't go, of 12 people and a list of about 1,200. 9 of those invited by name have not answered.`
 */
export function tallySentence(tally: ShownTally): string {
  if (!isBrokenDown(tally)) {
    const { answered, total, lists } = tally;
    return lists
      ? `${answered} answered, of ${everybody(tally, lists)}`
      : `${answered} of ${total} answered`;
  }
  const given = `${tally.accepted} going, ${tally.tentative} maybe, ${tally.declined} can't go`;
  const { lists, none } = tally;
  if (!lists) return `${given}, ${none} not answered, of ${tally.total}`;
  const answers = `${given}, of ${everybody(tally, lists)}`;
  if (invitedByName(tally) === 0) return answers;
  if (none === 0) return `${answers}. Everybody invited by name has answered.`;
  const verb = none === 1 ? "has" : "have";
  return `${answers}. ${none} of those invited by name ${verb} not answered.`;
}

/** The tally in a few words, for lists. */
export function tallyInShort(tally: ShownTally): string {
  if (!isBrokenDown(tally)) return tallySentence(tally);
  if (tally.lists) {
    return `${tally.accepted} going, of ${everybody(tally, tally.lists)}`;
  }
  if (tally.total === 0) return "Nobody invited yet";
  return `${tally.accepted} of ${tally.total} going`;
}

/** The tally after one attendee's answer changed, or was taken back; `from` is null for somebody who joins with it. */
export function tallyAfter(
  tally: ShownTally,
  { from, to }: { from: Answer | null; to: Answer },
): ShownTally {
  if (!isBrokenDown(tally)) {
    const { answered, total } = tally;
    const isNew = from === null || (from === "none" && answered < total);
    const change = to === "none" ? -Math.min(1, answered) : isNew ? 1 : 0;
    return {
      ...tally,
      answered: answered + change,
      total: total + (from === null ? 1 : 0),
    };
  }
  if (from === null) {
    return { ...tally, [to]: tally[to] + 1, total: tally.total + 1 };
  }
  if (from === to || tally[from] === 0) return tally;
  return { ...tally, [from]: tally[from] - 1, [to]: tally[to] + 1 };
}
