import { Caption1, Text, makeStyles, tokens } from "@fluentui/react-components";
import type { MailPreview } from "../../../bot/contract/events.ts";
import {
  mailSentences,
  namesSentence,
  replacesSentence,
} from "./mail-words.ts";

const useStyles = makeStyles({
  mails: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    listStyleType: "none",
    margin: 0,
    padding: 0,
  },
  names: { display: "block", color: tokens.colorNeutralForeground2 },
});

/** Who will be mailed and why. */
export function MailPreviewText({ preview }: { preview: MailPreview }) {
  const styles = useStyles();
  const sentences = mailSentences(preview);
  const replaces = replacesSentence(preview);
  return (
    <>
      <ul className={styles.mails}>
        {sentences.map((sentence, index) => {
          const mail = preview.mails[index];
          return (
            <li key={sentence}>
              <Text>{sentence}</Text>
              {mail && (
                <Caption1 className={styles.names} dir="auto">
                  {namesSentence(mail)}
                </Caption1>
              )}
            </li>
          );
        })}
      </ul>
      {replaces !== null && <Text dir="auto">{replaces}</Text>}
    </>
  );
}
