import { useEffect, useEffectEvent, useRef } from "react";
import { PlainButton } from "../../layout/PlainButton.tsx";

/** How long the list offers to take an answer back, in milliseconds; the event's own page offers it longer. */
const offeredMs = 20_000;

/** What counts now, with the way back; gone after a while, but not from under somebody's hands. */
export function AnswerNote(props: {
  sentence: string;
  /** Null: there is no way back. */
  onUndo: (() => void) | null;
  onOld: () => void;
}) {
  const { sentence, onUndo } = props;
  const note = useRef<HTMLSpanElement>(null);
  const grow = useEffectEvent(() => {
    const isInUse =
      note.current?.matches(":hover") === true ||
      note.current?.contains(document.activeElement) === true;
    if (!isInUse) props.onOld();
  });
  useEffect(() => {
    const timer = window.setInterval(() => grow(), offeredMs);
    return () => window.clearInterval(timer);
  }, [sentence]);
  return (
    <span ref={note}>
      {`${sentence} `}
      {onUndo && (
        <PlainButton size="small" onClick={onUndo}>
          Undo
        </PlainButton>
      )}
    </span>
  );
}
