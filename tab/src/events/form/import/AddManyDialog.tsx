import {
  Button,
  Field,
  ProgressBar,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { Failure } from "../../../layout/Failure.tsx";
import { QuestionDialog } from "../../../layout/QuestionDialog.tsx";
import type { AddressBatch, SettledDraft } from "../event-draft.ts";
import { addLabel } from "./dry-run-words.ts";
import { DryRunView } from "./DryRunView.tsx";
import { ListSource, longestShown } from "./ListSource.tsx";
import { usePeopleList, type ListStep } from "./use-people-list.ts";

const useStyles = makeStyles({
  content: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    // Focused for screen readers; nothing can be done with it.
    outlineStyle: "none",
  },
});

/** Adds a list of people, pasted or from a file: it shows what would be added, and adds nothing before. */
export function AddManyDialog(props: {
  draft: SettledDraft;
  /** The event that is changed; null: a new one. */
  eventId: string | null;
  /** What was pasted already; it is looked at at once. */
  pasted: string;
  onAdd: (batch: AddressBatch) => void;
  onClose: () => void;
}) {
  const styles = useStyles();
  const list = usePeopleList(props);
  const [text, setText] = useState(
    props.pasted.length > longestShown ? "" : props.pasted,
  );
  const { now } = list;

  const readPasted = useEffectEvent(() => {
    if (props.pasted !== "") list.readText(props.pasted);
  });
  useEffect(() => readPasted(), []);

  // The button that was pressed goes with its step; the keyboard would be nowhere.
  const part = useRef<HTMLDivElement>(null);
  const { step } = now;
  const stepBefore = useRef(step);
  useEffect(() => {
    if (stepBefore.current !== step) part.current?.focus();
    stepBefore.current = step;
  }, [step]);

  return (
    <QuestionDialog
      title="Add many people"
      isBusy={false}
      onClose={props.onClose}
      closeLabel="Close without adding"
      actions={
        <>
          {now.step === "source" && (
            <Button
              appearance="primary"
              disabledFocusable={text.trim() === ""}
              onClick={() => list.readText(text)}
            >
              Check the list
            </Button>
          )}
          {now.step === "dryRun" && (
            <Button
              appearance="primary"
              disabledFocusable={now.run.add.length === 0 || !now.run.fits}
              onClick={() =>
                props.onAdd({
                  name: now.source.name,
                  addresses: now.run.add,
                })
              }
            >
              {addLabel(now.run)}
            </Button>
          )}
          {now.step !== "source" && (
            <Button onClick={list.back}>
              {now.step === "reading" ? "Stop" : "Take another list"}
            </Button>
          )}
        </>
      }
    >
      <div ref={part} tabIndex={-1} className={styles.content}>
        {now.step === "source" && (
          <ListSource
            text={text}
            problem={now.problem}
            onText={setText}
            onLongPaste={list.readText}
            onFile={list.readFile}
          />
        )}
        {now.step === "reading" && <Reading {...now} />}
        {now.step === "failed" && (
          <Failure error={now.error} onRetry={now.retry} />
        )}
        {now.step === "dryRun" && (
          <DryRunView
            {...now}
            onColumn={(column) => list.chooseColumn(now.source, column)}
          />
        )}
      </div>
    </QuestionDialog>
  );
}

function Reading({ name, share }: Extract<ListStep, { step: "reading" }>) {
  const what = name ?? "the pasted list";
  const says =
    share === null
      ? "Looking who of them is invited already"
      : `Reading ${what}`;
  return (
    <Field validationMessage={says} validationState="none">
      <ProgressBar
        aria-label={says}
        {...(share === null ? {} : { value: share })}
      />
    </Field>
  );
}
