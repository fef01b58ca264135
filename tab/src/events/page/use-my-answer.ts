import { useState } from "react";
import type { Answer, GivenAnswer } from "../../../../bot/contract/answer.ts";
import type { EventDetail } from "../../../../bot/contract/events.ts";
import type { Undo } from "../../../../bot/contract/undo.ts";
import { useApi } from "../../api-client/api.ts";
import { useNow } from "../../time/use-now.ts";
import {
  giveAnswer,
  readAnswer,
  undoAnswer,
  type AnswerView,
} from "../answer/answer-requests.ts";
import { settleAnswer } from "../answer/settle-answer.ts";
import { readEvent } from "../event-requests.ts";
import { withMyAnswer } from "./live-event.ts";

const view: AnswerView<EventDetail> = { name: "event", read: readEvent };

/**
 * The reader's own answer: shown as given or taken back at once, and put as it was, with the reason, when it could not
 * be stored. `event` is the event as it is to be shown meanwhile.
 */
export function useMyAnswer(
  stored: EventDetail,
  onStored: (event: EventDetail) => void,
): {
  event: EventDetail;
  failure: string | null;
  give: (answer: GivenAnswer) => void;
  /** Takes the answer back; null: there is none to take back. */
  undo: (() => void) | null;
} {
  const api = useApi();
  const now = useNow();
  const [pending, setPending] = useState<Answer | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const { id } = stored;

  async function settle(
    step: "give" | "undo",
    wanted: Answer,
    send: () => Promise<EventDetail>,
  ): Promise<void> {
    setPending(wanted);
    setFailure(null);
    const settled = await settleAnswer<EventDetail>({
      step,
      before: stored.myAnswer,
      send,
      look: () => readAnswer(api, { id }, view),
      isDone: ({ myAnswer }) => myAnswer === wanted,
      isOffline: () => !navigator.onLine,
    });
    if (settled.value !== null) onStored(settled.value);
    if (!settled.ok) setFailure(settled.sentence);
    setPending(null);
  }

  function give(answer: GivenAnswer): void {
    if (pending !== null || answer === stored.myAnswer) return;
    void settle("give", answer, () => giveAnswer(api, { id, answer }, view));
  }

  function takeBack({ answerId, puts }: Undo): void {
    void settle("undo", puts, () => undoAnswer(api, { id, answerId }, view));
  }

  const { undo } = stored;
  const canUndo =
    pending === null &&
    undo !== null &&
    // The stream tells of other answers, and nothing of this.
    undo.answer === stored.myAnswer &&
    Date.parse(undo.until) > now.getTime();
  return {
    event: pending === null ? stored : withMyAnswer(stored, pending),
    failure,
    give,
    undo: canUndo ? () => takeBack(undo) : null,
  };
}
