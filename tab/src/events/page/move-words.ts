import type { EventDetail } from "../../../../bot/contract/events.ts";
import { shortMoment } from "../../time/when-sentence.ts";
import { earlierAnswerSentences } from "../answer-words.ts";

/** `The time has changed on 1 Dec, 17:03. Everybody was asked to answer again. You had accepted the earlier time.` */
export function moveSentence(
  { at, myEarlierAnswer }: NonNullable<EventDetail["move"]>,
  reader: { locale: string; timeZone: string },
): string {
  const when = at === null ? "" : ` on ${shortMoment(at, reader)}`;
  const changed = `The time has changed${when}. Everybody was asked to answer again.`;
  return myEarlierAnswer === null
    ? changed
    : `${changed} ${earlierAnswerSentences[myEarlierAnswer]}`;
}
