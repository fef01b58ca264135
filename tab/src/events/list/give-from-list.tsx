import type { ReactNode, RefObject } from "react";
import type { Answer, GivenAnswer } from "../../../../bot/contract/answer.ts";
import type {
  Answered,
  EventSummary,
} from "../../../../bot/contract/event-list.ts";
import type { Undo } from "../../../../bot/contract/undo.ts";
import type { Api } from "../../api-client/api.ts";
import { ownBackend } from "../../api-client/own-backend.ts";
import {
  giveAnswer,
  readAnswer,
  undoAnswer,
  type AnswerView,
} from "../answer/answer-requests.ts";
import { settleAnswer, type Settled } from "../answer/settle-answer.ts";
import { myAnswerSentence } from "../answer-words.ts";
import { AnswerNote } from "./AnswerNote.tsx";
import { withAnswer } from "./with-answer.ts";

interface InList {
  api: Api;
  /** As it was before. */
  event: EventSummary;
  onChanged: (event: EventSummary) => void;
  /** What is said below the buttons. */
  setNote: (note: ReactNode) => void;
  /** Those of the answers. */
  buttons: RefObject<HTMLElement | null>;
}

const view: AnswerView<Answered> = {
  name: "summary",
  read: ownBackend<Answered>,
};

/** Stores an answer that the list shows already, and offers to take it back; takes it out again where it was not stored. */
export async function giveFromList(
  list: InList & { answer: GivenAnswer },
): Promise<void> {
  const { api, event, answer } = list;
  const { id } = event;
  const settled = await settle(list, {
    step: "give",
    send: () => giveAnswer(api, { id, answer }, view),
    isDone: ({ event: { myAnswer } }) => myAnswer === answer,
  });
  if (!settled.ok) return;
  const { event: stored, undo } = settled.value;
  list.setNote(
    <AnswerNote
      sentence={myAnswerSentence(answer)}
      onUndo={undo && (() => void undoInList({ ...list, event: stored }, undo))}
      onOld={() => list.setNote(null)}
    />,
  );
}

async function undoInList(list: InList, undo: Undo): Promise<void> {
  const { api, event } = list;
  const { id } = event;
  const { answerId, puts } = undo;
  list.onChanged(withAnswer(event, puts));
  list.setNote(null);
  // The button that had the focus is gone.
  focusOn(list, puts);
  const settled = await settle(list, {
    step: "undo",
    send: () => undoAnswer(api, { id, answerId }, view),
    isDone: ({ event: { myAnswer } }) => myAnswer === puts,
  });
  if (settled.ok)
    list.setNote(
      <AnswerNote
        sentence={`Taken back. ${myAnswerSentence(puts)}`}
        onUndo={null}
        onOld={() => list.setNote(null)}
      />,
    );
}

/** Sends it, and has the list show what counts in the end. */
async function settle(
  { api, event, onChanged, setNote }: InList,
  given: Pick<
    Parameters<typeof settleAnswer<Answered>>[0],
    "step" | "send" | "isDone"
  >,
): Promise<Settled<Answered>> {
  const settled = await settleAnswer<Answered>({
    ...given,
    before: event.myAnswer,
    look: () => readAnswer(api, event, view),
    isOffline: () => !navigator.onLine,
  });
  onChanged(settled.value?.event ?? event);
  if (!settled.ok) setNote(<strong>{settled.sentence}</strong>);
  return settled;
}

function focusOn({ buttons }: InList, answer: Answer): void {
  const all = [...(buttons.current?.querySelectorAll("button") ?? [])];
  const place = ["accepted", "tentative", "declined"].indexOf(answer);
  all[Math.max(0, place)]?.focus();
}
