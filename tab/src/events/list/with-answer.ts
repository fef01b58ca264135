import type { Answer } from "../../../../bot/contract/answer.ts";
import type { EventSummary } from "../../../../bot/contract/event-list.ts";
import { tallyAfter } from "../answer-words.ts";

/** The event as a list shows it once this is the reader's answer. */
export function withAnswer(event: EventSummary, to: Answer): EventSummary {
  const tally = tallyAfter(event.tally, { from: event.myAnswer, to });
  return { ...event, myAnswer: to, tally };
}
