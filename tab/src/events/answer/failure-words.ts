import type { Answer } from "../../../../bot/contract/answer.ts";
import type { ApiError } from "../../api-client/api-error.ts";
import { myAnswerSentence } from "../answer-words.ts";

const done = { give: "saved", undo: "taken back" };

/** That an answer was not saved or taken back, why, and what counts. */
export function failureSentence(given: {
  step: "give" | "undo";
  /** What counted before, and so counts still; null: the reader is not invited. */
  before: Answer | null;
  failure: Pick<ApiError, "message">;
  wasOffline: boolean;
}): string {
  const { step, before, failure, wasOffline } = given;
  const why = wasOffline
    ? "You are offline. Try again once you are connected."
    : failure.message;
  const counts =
    before === null ? "" : ` What counts: ${myAnswerSentence(before)}`;
  return `Your answer was not ${done[step]}. ${why}${counts}`;
}

/** That nobody knows: the request may have arrived, and nothing came back since. */
export function unclearSentence(step: "give" | "undo"): string {
  return `It is not known whether your answer was ${done[step]}: ERG Events cannot be reached. Check your connection and try again.`;
}
