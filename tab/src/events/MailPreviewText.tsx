import {
  Caption1,
  MessageBar,
  MessageBarBody,
  Text,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import type { MailPreview } from "../../../bot/contract/mail-preview.ts";
import { useReader } from "../teams/reader.ts";
import { nearTime } from "../time/when-sentence.ts";
import {
  mailSentences,
  outsideSentences,
  replacesSentence,
  subscribersWarning,
} from "./mail-words.ts";
import { MailedPeople } from "./MailedPeople.tsx";
import { namedSentences } from "./named-words.ts";
import { budgetSentence, sizeWarnings } from "./sending-words.ts";

const useStyles = makeStyles({
  mails: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    listStyleType: "none",
    margin: 0,
    padding: 0,
  },
  warning: { overflowWrap: "anywhere" },
  budget: { display: "block", color: tokens.colorNeutralForeground2 },
});

/** Who will be mailed and why, and what should be looked at before. */
export function MailPreviewText({
  preview,
  onNameAll,
}: {
  preview: MailPreview;
  /** Loads it again, with everybody's name. */
  onNameAll: () => Promise<void>;
}) {
  const styles = useStyles();
  const sentences = mailSentences(preview);
  const replaces = replacesSentence(preview);
  const reader = useReader();
  const [now] = useState(() => new Date());
  const { sending } = preview;
  const warnings = [
    ...outsideSentences(preview),
    subscribersWarning(preview),
    ...(sending ? sizeWarnings(sending) : []),
  ].filter((warning) => warning !== null);
  return (
    <>
      {/* Before long lists: on a phone these are screens away from the button that sends. */}
      {warnings.map((warning) => (
        <MessageBar key={warning} intent="warning" layout="multiline">
          <MessageBarBody dir="auto" className={styles.warning}>
            {warning}
          </MessageBarBody>
        </MessageBar>
      ))}
      <ul className={styles.mails}>
        {sentences.map((sentence, index) => {
          const mail = preview.mails[index];
          return (
            <li key={mail ? `${mail.kind} ${mail.reason}` : sentence}>
              <Text block>{sentence}</Text>
              {mail && <MailedPeople mail={mail} onNameAll={onNameAll} />}
            </li>
          );
        })}
      </ul>
      {namedSentences(preview).map((sentence) => (
        <Text key={sentence}>{sentence}</Text>
      ))}
      {sending && (
        <Caption1 className={styles.budget}>
          {budgetSentence(sending, {
            at: nearTime(sending.lastAt, reader, now),
            isNow: Date.parse(sending.lastAt) - now.getTime() < 60_000,
          })}
        </Caption1>
      )}
      {replaces !== null && <Text dir="auto">{replaces}</Text>}
    </>
  );
}
