import {
  Caption1,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Text,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import type { ServiceAccountView } from "../../../../bot/contract/accounts.ts";
import { useReader } from "../../teams/reader.ts";
import { shortMoment } from "../../time/when-sentence.ts";
import { guideSentence, standingWords } from "../standing-words.ts";

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  line: { display: "block", marginTop: tokens.spacingVerticalXS },
});

/** Where the connection stands, and what is wrong with it, with the cure. */
export function Standing({ view }: { view: ServiceAccountView }) {
  const { title, sentence, intent } = standingWords(view);
  return (
    <>
      <MessageBar intent={intent} layout="multiline">
        <MessageBarBody>
          <Text role="status">
            <MessageBarTitle>{title}</MessageBarTitle> {sentence}
          </Text>
          <Trouble problem={view.problem} />
        </MessageBarBody>
      </MessageBar>
      <ConnectedBy account={view.account} />
    </>
  );
}

function Trouble({ problem }: Pick<ServiceAccountView, "problem">) {
  const styles = useStyles();
  const reader = useReader();
  if (problem === null) return null;
  const whose = guideSentence(problem.guide);
  return (
    <>
      <span className={styles.line}>{problem.sentence}</span>
      <strong className={styles.line}>{problem.cure}</strong>
      {whose !== null && <span className={styles.line}>{whose}</span>}
      <Caption1 className={styles.line}>
        Since {shortMoment(problem.since, reader)}
      </Caption1>
    </>
  );
}

function ConnectedBy({ account }: Pick<ServiceAccountView, "account">) {
  const styles = useStyles();
  const reader = useReader();
  if (account === null) return null;
  const when = shortMoment(account.connectedAt, reader);
  return (
    <Caption1 className={styles.quiet}>
      {account.upn}, connected by {account.connectedBy} on {when}
    </Caption1>
  );
}
