import {
  Button,
  Caption1,
  Text,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import type { StoppedWork } from "../../../bot/contract/stopped-work.ts";
import { useReader } from "../teams/reader.ts";
import { sinceSentence } from "./stopped-words.ts";

const useStyles = makeStyles({
  item: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "flex-start",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    flex: "1 1 320px",
    minWidth: 0,
    overflowWrap: "anywhere",
  },
  faint: { color: tokens.colorNeutralForeground2 },
  actions: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
  },
});

export function StoppedItem(props: {
  work: StoppedWork;
  sending: boolean;
  onRetry: () => void;
  onForget: () => void;
}) {
  const styles = useStyles();
  const reader = useReader();
  const { work, sending } = props;
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <Text weight="semibold">{work.what}</Text>
        <Text>{work.why}</Text>
        <Caption1 className={styles.faint}>
          {sinceSentence(work, reader)}
          {work.state === "retrying" && " Being tried again."}
        </Caption1>
      </div>
      <div className={styles.actions}>
        {work.canRetry && (
          <Button
            size="small"
            aria-label={`Try again: ${work.what}`}
            disabledFocusable={sending}
            onClick={props.onRetry}
          >
            Try again
          </Button>
        )}
        {work.canForget && (
          <Button
            size="small"
            appearance="subtle"
            aria-label={`Forget: ${work.what}`}
            disabledFocusable={sending}
            onClick={props.onForget}
          >
            Forget
          </Button>
        )}
      </div>
    </li>
  );
}
