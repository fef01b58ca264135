import type { AttendeeRow } from "../db/tables/attendees.ts";
import type { GivenAnswer } from "../../contract/answer.ts";
import { isUnknownToOutlook } from "../responses/unknown-to-outlook.ts";
import type { CardReader } from "./render/event-card.ts";

/** What a card tells its reader, from the reader's own row; null: not invited. Pure. */
export function readerOf(
  own: Pick<AttendeeRow, "answer" | "answered_in"> | null,
  earlierAnswer: GivenAnswer | null,
): CardReader {
  return {
    answer: own?.answer ?? null,
    earlierAnswer,
    unknownToOutlook: isUnknownToOutlook(own),
  };
}
