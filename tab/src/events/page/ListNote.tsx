import { Text, makeStyles, tokens } from "@fluentui/react-components";
import type { TalliedLists } from "../../../../bot/contract/answer.ts";
import { listNote } from "../list-words.ts";

const useStyles = makeStyles({
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** What the numbers of an event with mailing lists leave out; for leads. */
export function ListNote({ lists }: { lists: TalliedLists }) {
  const styles = useStyles();
  return (
    <Text as="p" block className={styles.note}>
      {listNote(lists)}
    </Text>
  );
}
