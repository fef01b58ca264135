import { useRef, useState, type ReactNode } from "react";
import type { GivenAnswer } from "../../../../bot/contract/answer.ts";
import type { EventSummary } from "../../../../bot/contract/event-list.ts";
import { useApi } from "../../api-client/api.ts";
import { PlainButton } from "../../layout/PlainButton.tsx";
import { givenAnswers } from "../answer-words.ts";
import type { giveFromList } from "./give-from-list.tsx";
import { withAnswer } from "./with-answer.ts";
import styles from "./RowAnswer.module.css";

let known: typeof giveFromList | null = null;

/** @throws {Error} while the device is offline and it is not loaded: asked for then, it would never come */
async function loadGive(): Promise<typeof giveFromList> {
  if (known === null && !navigator.onLine) throw new Error("offline");
  known ??= (await import("./give-from-list.tsx")).giveFromList;
  return known;
}

/**
 * The reader's answer in one click, shown as given at once. What becomes of it is loaded with the first click: the list
 * itself stays small.
 */
export function RowAnswer(props: {
  event: EventSummary;
  onChanged: (event: EventSummary) => void;
}) {
  const { event, onChanged } = props;
  const api = useApi();
  const [note, setNote] = useState<ReactNode>(null);
  const buttons = useRef<HTMLDivElement>(null);
  const busy = useRef(false);

  async function give(answer: GivenAnswer): Promise<void> {
    if (busy.current || answer === event.myAnswer) return;
    busy.current = true;
    setNote(null);
    onChanged(withAnswer(event, answer));
    try {
      const store = await loadGive();
      await store({ api, event, answer, onChanged, setNote, buttons });
    } catch {
      onChanged(event);
      const cure = navigator.onLine
        ? "Reload the page and try again."
        : "You are offline. Try again once you are connected.";
      setNote(<strong>{`Your answer was not saved. ${cure}`}</strong>);
    }
    busy.current = false;
  }

  return (
    <>
      <div
        ref={buttons}
        role="group"
        aria-label={`Your answer: ${event.title}`}
        className={styles.answers}
      >
        {givenAnswers.map(({ answer, label }) => (
          <PlainButton
            key={answer}
            pressed={answer === event.myAnswer}
            appearance={answer === event.myAnswer ? "primary" : "secondary"}
            onClick={() => void give(answer)}
          >
            {label}
          </PlainButton>
        ))}
      </div>
      <div role="status" className={styles.note}>
        {note}
      </div>
    </>
  );
}
