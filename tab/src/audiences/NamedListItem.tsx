import {
  Button,
  Caption1,
  Text,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import type { MailingList } from "../../../bot/contract/audiences.ts";
import { useReader } from "../teams/reader.ts";
import {
  changedSentence,
  largeListSentence,
  listLabel,
  subscribersSentence,
} from "./list-sentences.ts";

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

/** One mailing list that leads can choose, with what is to be known of it. */
export function NamedListItem(props: {
  list: MailingList;
  onChange: () => void;
  onRemove: () => void;
}) {
  const styles = useStyles();
  const reader = useReader();
  const { list } = props;
  const notes = [subscribersSentence(list), largeListSentence(list)];
  const changed = changedSentence(list, reader);
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <Text weight="semibold" dir="auto">
          {listLabel(list)}
        </Text>
        <Text>{list.address}</Text>
        {notes.map((note) => note !== null && <Text key={note}>{note}</Text>)}
        {changed !== null && (
          <Caption1 className={styles.faint}>Last changed: {changed}</Caption1>
        )}
      </div>
      <div className={styles.actions}>
        <Button
          size="small"
          aria-label={`Change ${list.name}`}
          onClick={props.onChange}
        >
          Change
        </Button>
        <Button
          size="small"
          appearance="subtle"
          aria-label={`Remove ${list.name}`}
          onClick={props.onRemove}
        >
          Remove
        </Button>
      </div>
    </li>
  );
}
