import {
  Button,
  Caption1,
  Link,
  MessageBar,
  MessageBarBody,
  Text,
  ToggleButton,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useRef } from "react";
import type { Answer, GivenAnswer } from "../../../../bot/contract/answer.ts";
import { Section } from "../../layout/Section.tsx";
import { givenAnswers, myAnswerSentence } from "../answer-words.ts";

const useStyles = makeStyles({
  line: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalL,
  },
  buttons: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
  },
  button: { minWidth: "72px" },
  outlook: { color: tokens.colorNeutralForeground2 },
  link: { fontSize: "inherit", lineHeight: "inherit" },
});

/** The three buttons with which a reader answers; one who is not invited joins with them. */
export function MyAnswer(props: {
  /** Null while the reader is not invited. */
  answer: Answer | null;
  /** Where the reader's Outlook shows the event; null while it shows this answer, too. */
  outlookUrl: string | null;
  failure: string | null;
  onAnswer: (answer: GivenAnswer) => void;
  /** Null: there is nothing to take back. */
  onUndo: (() => void) | null;
}) {
  const styles = useStyles();
  const buttons = useRef<HTMLDivElement>(null);
  const { onUndo } = props;
  return (
    <Section heading="Will you come?">
      <div className={styles.line}>
        <div
          ref={buttons}
          className={styles.buttons}
          role="group"
          aria-label="Your answer"
        >
          {givenAnswers.map(({ answer, label }) => (
            <ToggleButton
              key={answer}
              className={styles.button}
              checked={props.answer === answer}
              appearance={props.answer === answer ? "primary" : "secondary"}
              onClick={() => props.onAnswer(answer)}
            >
              {label}
            </ToggleButton>
          ))}
        </div>
        <Text aria-live="polite">{myAnswerSentence(props.answer)}</Text>
        {onUndo && (
          <Button
            onClick={() => {
              onUndo();
              // This button goes, and the focus must not go with it.
              buttons.current?.querySelector("button")?.focus();
            }}
          >
            Undo
          </Button>
        )}
      </div>
      {props.outlookUrl !== null && (
        <Caption1 className={styles.outlook}>
          Outlook does not know this answer.{" "}
          <Link
            href={props.outlookUrl}
            target="_blank"
            rel="noreferrer"
            inline
            className={styles.link}
          >
            Answer in Outlook, too
          </Link>
        </Caption1>
      )}
      {props.failure !== null && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{props.failure}</MessageBarBody>
        </MessageBar>
      )}
    </Section>
  );
}
