import {
  Checkbox,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  Text,
  ToggleButton,
  makeStyles,
  mergeClasses,
  tokens,
} from "@fluentui/react-components";
import {
  CheckmarkCircle20Regular,
  DismissCircle20Regular,
  QuestionCircle20Regular,
} from "@fluentui/react-icons";
import { useState } from "react";
import { sentenceOf } from "../api/call.ts";
import type { MailAnswer, MailboxEvent } from "../api/mailbox-shapes.ts";
import type { Person } from "../api/shapes.ts";
import { simulator } from "../api/simulator.ts";
import { answerButtons, ownAnswerSentence } from "./answers.ts";

const icons: Record<MailAnswer, React.ReactElement> = {
  accepted: <CheckmarkCircle20Regular />,
  tentativelyAccepted: <QuestionCircle20Regular />,
  declined: <DismissCircle20Regular />,
};

const useStyles = makeStyles({
  bar: { display: "grid", gap: tokens.spacingVerticalS },
  row: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "flex-end",
    gap: tokens.spacingHorizontalS,
  },
  answers: { alignItems: "center" },
  // On a phone the icons go, so that the three stay on one line.
  buttons: {
    display: "flex",
    gap: tokens.spacingHorizontalS,
    "@media (max-width: 400px)": {
      "& .fui-Button": { minWidth: 0 },
      "& .fui-Button__icon": { display: "none" },
    },
  },
  comment: { flexGrow: 1, minWidth: "200px" },
});

/** Accept, Tentative, Decline, with a message to the organizer if one likes. */
export function AnswerBar(props: {
  person: Person;
  event: MailboxEvent;
  onChanged: () => void;
}) {
  const styles = useStyles();
  const { person, event, onChanged } = props;
  const [comment, setComment] = useState("");
  const [sendResponse, setSendResponse] = useState(true);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();

  const answer = (response: MailAnswer) => {
    setBusy(true);
    setRefusal(undefined);
    simulator
      .respond({
        personId: person.id,
        eventId: event.id,
        response,
        comment: comment.trim(),
        sendResponse,
      })
      .then(
        () => {
          setComment("");
          onChanged();
        },
        (error: unknown) => setRefusal(sentenceOf(error)),
      )
      .finally(() => setBusy(false));
  };

  return (
    <div className={styles.bar} role="group" aria-label="Your answer">
      <div className={mergeClasses(styles.row, styles.answers)}>
        <div className={styles.buttons}>
          {answerButtons.map((button) => (
            <ToggleButton
              key={button.answer}
              icon={icons[button.answer]}
              checked={event.myResponse === button.answer}
              disabledFocusable={isBusy}
              onClick={() => answer(button.answer)}
            >
              {button.label}
            </ToggleButton>
          ))}
        </div>
        <Text role="status">{ownAnswerSentence(event.myResponse)}</Text>
      </div>
      <div className={styles.row}>
        <Field
          className={styles.comment}
          label="Message to the organizer (optional)"
          size="small"
        >
          <Input
            value={comment}
            disabled={!sendResponse}
            onChange={(_, data) => setComment(data.value)}
          />
        </Field>
        <Checkbox
          label="Email the organizer"
          checked={sendResponse}
          onChange={(_, data) => setSendResponse(data.checked === true)}
        />
      </div>
      {refusal && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{refusal}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}
